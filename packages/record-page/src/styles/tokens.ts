const light = `
  color-scheme: light;
  --ground: #f2f5f3; --sheet: #ffffff; --sunk: #e9eeeb; --ink: #15211d; --quiet: #51605a; --line: #d3dcd7;
  --strong-line: #9fb0a8; --accent: #0b6a58; --accent-ink: #ffffff; --accent-wash: #dcefe9;
  --warn: #8a4a06; --warn-wash: #fbeeda; --error: #a3231f; --error-wash: #fbe6e3; --note: #2c5784; --note-wash: #e3edf7;
  --shadow: 0 1px 2px rgb(21 33 29 / 6%), 0 8px 24px rgb(21 33 29 / 5%);`;

const dark = `
  color-scheme: dark;
  --ground: #0e1412; --sheet: #151d1a; --sunk: #1c2622; --ink: #e4ece8; --quiet: #9fb0a9; --line: #2a3631;
  --strong-line: #53645d; --accent: #74d6bf; --accent-ink: #06231c; --accent-wash: #17352d;
  --warn: #f0b56c; --warn-wash: #33240f; --error: #ff9d94; --error-wash: #3a1a18; --note: #9cc6f2; --note-wash: #172a3d;
  --shadow: none;`;

/** Colours, type and measures, each scheme once. */
export const tokens = `
:root {${light}
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'Liberation Mono', monospace;
  --radius: 10px;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) {${dark} } }
:root[data-theme='dark'] {${dark} }
`;

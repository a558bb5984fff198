/** A repository in a language that Nx does not know, as its authors would have it; no package.json. */
export interface Language {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The name of the release, that of the package where it has one. */
  readonly project: string;
  /** What the files do not say themselves. */
  readonly flags: readonly string[];
}

const creators = '--creators=Lovelace, Ada';

export const python: Language = {
  name: 'Python',
  project: 'rivers',
  files: {
    'pyproject.toml':
      '[project]\nname = "rivers"\nversion = "1.2.0"\ndescription = "Hourly temperatures."\nlicense = "MIT"\nauthors = [{ name = "Ada Lovelace" }]\n',
    'src/rivers/__init__.py': 'SCALE = 1.8\n',
    'README.md': '# Rivers\n\nHourly temperatures of four rivers.\n',
    'tests/test_rivers.py': 'def test_scale():\n    assert True\n',
  },
  flags: [],
};

export const others: readonly Language[] = [
  {
    name: 'Rust',
    project: 'tidal',
    files: {
      'Cargo.toml':
        '[package]\nname = "tidal"\nversion = "0.3.0"\nedition = "2021"\ndescription = "Tidal constituents."\nlicense = "Apache-2.0"\nauthors = ["Ada Lovelace <ada@example.org>"]\n',
      'src/lib.rs': 'pub const M2: f64 = 12.4206;\n',
      'README.md': '# Tidal\n',
    },
    flags: [],
  },
  {
    name: 'Go',
    project: 'gauge',
    files: {
      'go.mod': 'module example.org/lab/gauge\n\ngo 1.22\n',
      'gauge.go': 'package gauge\n\nconst Scale = 1.8\n',
      'README.md': '# Gauge\n\nReads tide gauges.\n',
    },
    flags: ['--name=gauge', '--releaseVersion=v0.4.0', creators, '--license=BSD-3-Clause'],
  },
  {
    name: 'R',
    project: 'meadow',
    files: {
      DESCRIPTION:
        'Package: meadow\nTitle: Counts of Meadow Plants\nVersion: 2.1\nDescription: Counts of plants\n    in four meadows.\nLicense: GPL-3\n',
      'R/count.R': 'count <- function(x) length(x)\n',
      'README.md': '# meadow\n',
    },
    flags: [creators, '--license=GPL-3.0-only'],
  },
  {
    name: 'plain text',
    project: 'letters',
    files: {
      'README.txt': 'Letters\n=======\n\nLetters of 1843.\n',
      'letters/1843-07-10.txt': 'My dear Babbage,\n',
    },
    flags: [
      '--name=letters',
      '--releaseVersion=1',
      '--title=Letters',
      creators,
      '--license=CC-BY-4.0',
      '--uploadType=dataset',
      '--description=Letters of 1843.',
    ],
  },
];

import type { RecordView } from '../index.js';

/** Text that would run, style, post or escape if any of it were taken for more than text. */
export const payloads: readonly string[] = [
  `<script>window.pwned = 1</script>`,
  `</script><script>window.pwned = 1</script>`,
  `<!--<script>`,
  `--><img src=x onerror="window.pwned=1">`,
  `"><svg onload=window.pwned=1>`,
  `' autofocus onfocus=window.pwned=1 x='`,
  `javascript:window.pwned=1`,
  ` JaVaScRiPt:window.pwned=1//https://example.org`,
  `java\nscript:window.pwned=1`,
  `data:text/html,<script>window.pwned=1</script>`,
  `//evil.invalid/x`,
  `/\\evil.invalid/x`,
  `<style>*{display:none}</style><p style="position:fixed;inset:0;background:url(//evil.invalid)">x</p>`,
  `<form action="https://evil.invalid"><input name=q autofocus><button formaction="javascript:alert(1)">`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe><object data="x"><embed src="x">`,
  `<base href="https://evil.invalid/"><meta http-equiv="refresh" content="0;url=https://evil.invalid">`,
  `<a href="javascript:window.pwned=1" onclick="window.pwned=1" target=_top>x</a>`,
  `<a href="jav&#x09;ascript:window.pwned=1">x</a><a href="&#1;javascript:window.pwned=1">x</a>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=window.pwned=1>">`,
  `<math><annotation-xml encoding="text/html"><script>window.pwned=1</script></annotation-xml></math>`,
  `<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">`,
  `<template><script>window.pwned=1</script></template><textarea></textarea><title></title><xmp>`,
  '`${window.pwned=1}`',
  `{{constructor.constructor('window.pwned=1')()}}`,
  `\u202Etxt.exe\u0000\u0008`,
  `\r\nSet-Cookie: pwned=1\r\n\r\n<script>window.pwned=1</script>`,
];

/** The record with every one of its texts replaced; its shape, numbers and fixed words stay. */
export function poisoned(record: RecordView, text: string): RecordView {
  const fixed = new Set(['right', 'doiState', 'severity', 'kind', 'state']);
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fixed.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((member) => replace(member, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, replace(v, name)]));
  };
  return replace(record, '') as RecordView;
}

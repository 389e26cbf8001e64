/** Calls the tripwire of the page; nothing that a reader writes may ever do that. */
const call = "tripwire()";

/** Ways to make a browser run script, each with the call in its place. Written for these tests. */
const vectors = [
  `<script>${call}</script>`,
  `<ScRiPt >${call}</sCrIpT>`,
  `<script src="data:text/javascript,${call}"></script>`,
  `<img src=x onerror=${call}>`,
  `<img src=x onerror="${call}" alt='`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<math><mtext><img src=x onerror=${call}></mtext></math>`,
  `<body onload=${call}>`,
  `<iframe src="javascript:parent.${call}"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<details open ontoggle=${call}>`,
  `<video><source onerror=${call}></video>`,
  `<audio src=x onerror=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<select autofocus onfocus=${call}>`,
  `<marquee onstart=${call}>`,
  `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${call}">b</b>`,
  `<link rel=stylesheet href="data:text/css,x" onload=${call}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<base href="javascript:${call}//">`,
  `<form action="javascript:${call}"><button>go</button></form>`,
  `<a href="javascript:${call}">click</a>`,
  `<a href="java\tscript:${call}">click</a>`,
  `<template><img src=x onerror=${call}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<textarea></textarea><img src=x onerror=${call}>`,
  `<title></title><img src=x onerror=${call}>`,
  `--><img src=x onerror=${call}><!--`,
  `]]><img src=x onerror=${call}>`,
  `"><img src=x onerror=${call}>`,
  `'><img src=x onerror=${call}>`,
  `" autofocus onfocus=${call} x="`,
  `\u003cimg src=x onerror=${call}\u003e`,
  `&lt;img src=x onerror=${call}&gt;`,
  `&#60;img src=x onerror=${call}&#62;`,
  `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${call}</x:script>`,
];

/** Addresses a link must not lead to. */
const addresses = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  `&#106;avascript:${call}`,
  `javascript&colon;${call}`,
  `java%0ascript:${call}`,
  `\u0001javascript:${call}`,
  `vbscript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5vcGVuZXIudHJpcHdpcmUoKTwvc2NyaXB0Pg==`,
  `//example.org" onmouseover="${call}`,
  `https://example.org/"onfocus="${call}"autofocus="`,
];

/** Places in Markdown where a text or an address may stand. */
const frames: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `**${payload}**`,
  (payload) => `> - ${payload}`,
  (payload) => `| a |\n| - |\n| ${payload.replace(/\|/g, "")} |`,
  (payload) => `\`\`\`html\n${payload}\n\`\`\``,
  (payload) => `\`\`\`"${payload.replace(/[`\s]/g, "")}\nx\n\`\`\``,
  (payload) => `$\\text{${payload}}$`,
  (payload) => `$$\n${payload}\n$$`,
  (payload) => `[${payload}](https://example.org "${payload}")`,
  (payload) => `![${payload}](https://example.org/x.png)`,
  (payload) => `# ${payload}`,
];

const linkFrames: readonly ((address: string) => string)[] = [
  (address) => `[link](${address})`,
  (address) => `[link](<${address}>)`,
  (address) => `<${address}>`,
  (address) => `![image](${address})`,
  (address) => `[ref][1]\n\n[1]: ${address}`,
  (address) => `$\\href{${address}}{x}$`,
  (address) => `$\\class{x" onclick="${call}}{y} \\url{${address}}$`,
  (address) => address,
];

/** Several hundred hostile comments: every vector in every frame, every address in every kind of link. */
export const hostileTexts: readonly string[] = [
  ...vectors.flatMap((vector) => frames.map((frame) => frame(vector))),
  ...addresses.flatMap((address) => linkFrames.map((frame) => frame(address))),
];

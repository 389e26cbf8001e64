/** Licences that require nothing but attribution. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "Unlicense",
]);

/** Packages under another licence, each with the reason why it is allowed. */
const exceptions = [
  // Used by the build unmodified, and never part of what a browser receives.
  { of: /^lightningcss(-|$)/, licence: "MPL-2.0" },
  // Used by the tests to check pages; not part of the app.
  { of: /^axe-core$/, licence: "MPL-2.0" },
  // Loaded as a separate library, and only if a page asks Next for another size of an image. None does.
  { of: /^@img\/sharp-/, licence: "LGPL-3.0-or-later" },
  // Comes with the command line of Prisma, and is never loaded by the app.
  { of: /^elkjs$/, licence: "EPL-2.0" },
  // Data about browsers, which the build reads.
  { of: /^caniuse-lite$/, licence: "CC-BY-4.0" },
];

/** Packages whose entry names no licence, with the one that their archive holds. */
const unnamed = [
  { of: /^@biomejs\/cli-/, licence: "MIT OR Apache-2.0" },
  { of: /^(@next\/swc|@oxc-parser\/binding|@tailwindcss\/oxide)-/, licence: "MIT" },
  { of: /^seq-queue$/, licence: "MIT" },
];

/** The packages in the text of a package-lock.json whose licence has not been approved, one sentence each. */
export function licenceProblems(text) {
  return Object.entries(JSON.parse(text).packages).flatMap(([path, entry]) => {
    // The root is this project.
    if (path === "" || entry.link) return [];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = entry.license ?? unnamed.find(({ of }) => of.test(name))?.licence;
    if (licence === undefined) return [`${path} names no licence`];
    return isAllowed(name, licence) ? [] : [`${path} is under ${licence}`];
  });
}

/** For a choice (OR), one licence must be allowed; for a combination (AND), each of them. */
function isAllowed(name, expression) {
  const choices = expression.replace(/[()]/g, "").split(/ OR /i);
  return choices.some((choice) => choice.split(/ AND /i).every((licence) => isAgreed(name, licence)));
}

function isAgreed(name, licence) {
  return (
    permissive.has(licence) || exceptions.some((exception) => exception.of.test(name) && exception.licence === licence)
  );
}

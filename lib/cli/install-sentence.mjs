/** The message for a failed install, from npm's output: the cause, and what to do. */
export function installSentence(error, args) {
  const { code, message } = error;
  if (code === "ENOENT") return "npm is not on the path: install it with Node and try again.";
  if (/gyp ERR!|prebuild-install/.test(message)) return driverSentence(message);
  if (/EACCES|EPERM|EROFS/.test(message)) {
    const place = /npm error path (.+)/.exec(message)?.[1] ?? process.cwd();
    return `Packages cannot be installed: this user may not write to ${place}. Give it permission; for a user without a home folder, set another place for npm's cache, such as npm_config_cache=/var/tmp/npm.`;
  }
  if (/ENOSPC|no space left/i.test(message))
    return "Packages cannot be installed: the disk is full. Free some space (they take 1 GB), then try again.";
  const lastLine = message.trim().split("\n").at(-1);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(message))
    return `The package registry cannot be reached: check the network or npm's registry setting. ${lastLine}`;
  return `npm ${args[0]} failed; run it by hand to see more. ${message}`;
}

/** Why the SQLite driver cannot be compiled, from the output of node-gyp and make. */
const missing = [
  [/find Python|Could not find any Python/i, "Python is missing", "apt-get install -y python3 make g++"],
  [
    /not found: make|`make` failed.*ENOENT|spawn make ENOENT/i,
    "make is missing",
    "apt-get install -y python3 make g++",
  ],
  [/(g\+\+|c\+\+|cc): (command )?not found/i, "the C++ compiler is missing", "apt-get install -y python3 make g++"],
  [
    /nodejs\.org|node-v[\d.]+-headers/i,
    "Node's header files cannot be downloaded from nodejs.org",
    "npm_config_nodedir=/usr/local npm start, with the folder whose include/node holds them",
  ],
];

function driverSentence(message) {
  const [, cause, way] = missing.find(([pattern]) => pattern.test(message)) ?? [
    null,
    "it cannot be compiled here",
    "npm rebuild better-sqlite3, which prints why",
  ];
  const runtime = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;
  return `The SQLite driver better-sqlite3 cannot be installed: no prebuilt binary for ${runtime} can be downloaded from github.com, and ${cause}. Allow access to github.com, or install what is missing (on Debian: ${way}), then try again.`;
}

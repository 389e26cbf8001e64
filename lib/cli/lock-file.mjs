/**
 * What is wrong with the text of a package-lock.json, one sentence each: if an entry has no hash, npm installs the
 * package whatever its bytes are, and an address ties the file to one registry.
 */
export function lockFileProblems(text) {
  return Object.entries(JSON.parse(text).packages).flatMap(([path, entry]) => {
    // The root is this project; packages within another package's archive are covered by the hash of that archive.
    if (path === "" || entry.link || entry.inBundle) return [];
    return [
      ...(/^sha512-[\w+/]{86}==$/.test(entry.integrity ?? "") ? [] : [`${path} has no sha512 integrity`]),
      ...(/^https?:/.test(entry.resolved ?? "") ? [`${path} names a registry: ${entry.resolved}`] : []),
    ];
  });
}

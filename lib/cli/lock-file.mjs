/**
 * What is wrong with the text of a package-lock.json, a sentence each: npm installs a package whose entry has no hash
 * whatever its bytes are, and an address ties the file to one registry.
 */
export function lockFileProblems(text) {
  return Object.entries(JSON.parse(text).packages).flatMap(([path, entry]) => {
    // The root is this project; what is in another package's archive is covered by that one's hash.
    if (path === "" || entry.link || entry.inBundle) return [];
    return [
      ...(/^sha512-[\w+/]{86}==$/.test(entry.integrity ?? "") ? [] : [`${path} has no sha512 integrity`]),
      ...(/^https?:/.test(entry.resolved ?? "") ? [`${path} names a registry: ${entry.resolved}`] : []),
    ];
  });
}

/** A name as the name of an exam in addresses: "My Questions" as "my-questions". */
export function slugged(name) {
  return (
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? "questions"
  );
}

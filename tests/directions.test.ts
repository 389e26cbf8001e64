import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Classes and declarations that mean a side of the screen, where the start or the end of a line is meant. */
const classes =
  /(?<=["'`\s:-])(?:[mp][lr]-[\w.[\]]+|(?:border|rounded)-(?:[lr]|[tb][lr])(?:-[\w[\]]+)?|(?:left|right)-[\w./[\]]+|text-(?:left|right))(?=["'`\s])/;
const declarations =
  /(?:margin|padding|border|inset)-(?:left|right)[\w-]*:|[;{\s](?:left|right|float): |border-(?:top|bottom)-(?:left|right)-radius/;

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
);

/** What stands in the attributes `className` of a source. */
const classNames = (source: string) =>
  [...source.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].map((found) => found[0]);

const physical = (file: string): string[] => {
  const source = readFileSync(file, "utf8");
  const found = file.endsWith(".css")
    ? [declarations.exec(source)]
    : classNames(source).map((one) => classes.exec(one));
  return found.flatMap((one) => (one === null ? [] : [`${file}: ${one[0].trim()}`]));
};

it("a page is mirrored for readers from right to left: no style means a side of the screen", () => {
  expect(files.filter((file) => /\.(?:tsx|css)$/.test(file)).flatMap(physical)).toEqual([]);
});

it.each(['className="ml-2"', 'className="flex hover:pr-4"', 'className="-left-1"', "className={`text-left`}"])(
  "which is found where it is planted: %s",
  (source) => expect(classNames(source).filter((one) => classes.test(one))).toHaveLength(1),
);

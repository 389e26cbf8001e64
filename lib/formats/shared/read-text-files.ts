import type { ImportInput } from "../report.ts";
import { decodeText } from "./decode-text.ts";
import type { ForeignItem, ForeignItems } from "./foreign-item.ts";
import { refusedFile } from "./foreign-item.ts";

/** Every item of the Markdown and text files of an import, read one file at a time; one that is not a text is refused whole. */
export function readTextFiles(input: ImportInput, read: (file: string, text: string) => ForeignItems): ForeignItems {
  const items: ForeignItem[] = [];
  const notices: string[] = [];
  for (const file of input.files.filter(({ path }) => /\.(md|markdown|mdx|txt)$/i.test(path))) {
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) {
      items.push(refusedFile(file.path, decoded.reason));
      continue;
    }
    const found = read(file.path, decoded.text);
    items.push(...found.items.map((item) => ({ ...item, isMarkdown: true })));
    notices.push(...found.notices);
  }
  return { items, notices };
}

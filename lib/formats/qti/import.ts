import { readDocuments12 } from "../qti12/package.ts";
import type { Importer, ImportInput, SourceFile } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile } from "../shared/foreign-item.ts";
import { allOf, childrenOf, readXml, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { type Passages, readQtiItem } from "./item.ts";
import { canonical } from "./names.ts";
import { isZip, readPackage } from "./read-package.ts";

/** QTI 1.2, 2.1, 2.2 and 3.0: a zip package, a cartridge, its unpacked folder, or single item files. */
export const importQti: Importer = (input) => {
  const notices: string[] = [];
  const refused: ForeignItem[] = [];
  const files: SourceFile[] = [];
  for (const file of input.files) {
    if (!isZip(file.bytes)) {
      files.push(file);
      continue;
    }
    const unpacked = readPackage(file.bytes);
    if (!unpacked.ok) refused.push(refusedFile(file.path, unpacked.reason));
    else {
      notices.push(...unpacked.notices);
      files.push(
        ...unpacked.files.map((inner) => ({
          path: input.files.length === 1 ? inner.path : `${file.path}/${inner.path}`,
          bytes: inner.bytes,
        })),
      );
    }
  }
  const found = readItems({ ...input, files });
  const items = [...refused, ...found.items];
  const all = items.length > 0 ? items : [refusedFile(input.files[0]?.path ?? "input", "no QTI item was found")];
  return finishImport({ items: all, notices: [...notices, ...found.notices] }, { ...input, files });
};

/** The file that a manifest in `folder` means by an address, which may be encoded and hold dots. */
function resolvePath(folder: string, href: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of unescaped(href).split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A per cent sign that begins no code is one.
    return href;
  }
}

/** Blackboard keeps its documents under another ending. */
function isDocument({ path, bytes }: SourceFile): boolean {
  if (/\.(?:xml|qti)$/i.test(path)) return true;
  return /\.dat$/i.test(path) && /<(?:questestinterop|POOL)\b/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}

function readItems(input: ImportInput): ForeignItems {
  const items: ForeignItem[] = [];
  const notices = input.files
    .filter(({ bytes }) => isZip(bytes))
    .map(({ path }) => `${path} is a package within the package; it was left out: unpack it and import it separately`);
  const roots = new Map<string, XmlElement>();
  for (const file of input.files.filter(isDocument)) {
    const decoded = decodeText(file.bytes);
    const xml = decoded.ok ? readXml(decoded.text) : decoded;
    if (xml.ok) roots.set(file.path, canonical(xml.root));
    else items.push(refusedFile(file.path, xml.reason));
  }
  const passages: Passages = new Map([...roots].filter(([, root]) => root.name === "assessmentStimulus"));
  const older = new Map<string, XmlElement>();
  const keywords = new Map<string, string[]>();
  for (const [path, root] of roots) {
    if (root.name !== "manifest") continue;
    const folder = path.split("/").slice(0, -1).join("/");
    for (const resource of allOf(root, "resource")) {
      const href = resource.attributes.get("href") ?? "";
      const target = resolvePath(folder, href);
      keywords.set(
        target,
        allOf(resource, "keyword").map((keyword) => textOfXml(keyword).trim()),
      );
      if (/item/i.test(resource.attributes.get("type") ?? "") && !input.files.some((file) => file.path === target)) {
        items.push(
          refusedFile(`${path}:${resource.line} ${href}`, "the manifest names this item, but it is not in the package"),
        );
      }
    }
  }
  for (const [path, root] of roots) {
    if (root.name === "assessmentItem") items.push(readQtiItem(path, root, keywords.get(path) ?? [], passages));
    else if (root.name === "assessmentTest" || root.name === "manifest") {
      const parts = root.name === "manifest" ? [] : childrenOf(root, "testPart");
      if (parts.length > 0)
        notices.push(
          `${path} is a test; its ${allOf(root, "assessmentSection").length} sections and their rules were left out`,
        );
    } else if (allOf(root, "assessmentItem").length > 0) {
      items.push(...allOf(root, "assessmentItem").map((item) => readQtiItem(path, item, [], passages)));
    } else if (root.name === "questestinterop") older.set(path, root);
    else if (root.name === "POOL")
      items.push(
        refusedFile(`${path}:${root.line}`, "this is a pool of an old Blackboard; export it from a newer one, as QTI"),
      );
    else if (root.name !== "assessmentStimulus" && !beside.test(root.name))
      notices.push(`${path} holds <${root.name}>, not an item; it was left out`);
  }
  const found = readDocuments12(older, input.files);
  return { items: [...items, ...found.items], notices: [...notices, ...found.notices] };
}

/** Other documents of a course, which hold no questions. */
const beside =
  /^(?:quiz|assignment|assignmentGroups|course|COURSE|module|modules|webLink|topic|topicMeta|wiki|rubrics|fileMeta|canvasExport|context_info|late_policy|lom|parentContextInfo|ASSESSMENTCREATIONSETTINGS|CATEGORIES|ITEMCATEGORIES|LEARNRUBRICS|COURSERUBRICASSOCIATIONS|STDS_ALIGNMENTS|cms_resource_link_list)$/;

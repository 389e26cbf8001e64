import { zipSync } from "fflate";
import type { QuestionDraft } from "#lib/content/draft";
import type { ExportedItem, Exporter } from "../report.ts";
import { toTags } from "../shared/draft-tags.ts";
import { type ExportTexts, escapeXml, exported, exportTexts, utf8 } from "../shared/export-texts.ts";
import { partsOf12 } from "./export-answers.ts";
import { feedbackXml, material } from "./xml.ts";

/** A QTI 1.2 package as Canvas reads it: a manifest, one assessment, images beside it. */
export const exportQti12: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const entries = new Map<string, Uint8Array>();
  const blocks: string[] = [];
  const { slug, title } = input.exam;
  for (const draft of input.drafts) {
    const texts = exportTexts(
      draft,
      input,
      !draft.shuffle,
      (name) => `%24IMS-CC-FILEBASE%24/images/${encodeURIComponent(name)}`,
    );
    const { xml, notes } = itemOf(draft, texts);
    blocks.push(xml);
    for (const file of texts.images.values()) entries.set(`images/${file.path}`, file.bytes);
    items.push(exported(draft, [...texts.notes, ...notes]));
  }
  const images = [...entries.keys()];
  entries.set(`${slug}/${slug}.xml`, utf8(assessmentOf(slug, title, blocks)));
  entries.set("imsmanifest.xml", utf8(manifestOf(slug, images)));
  // A fixed day makes the same questions the same bytes.
  const mtime = new Date(Date.UTC(1980, 0, 2));
  const bytes = zipSync(Object.fromEntries([...entries].map(([path, content]) => [path, [content, { mtime }]])));
  return { files: [{ path: `${slug}.zip`, bytes }], items };
};

const head = '<?xml version="1.0" encoding="UTF-8"?>';

function manifestOf(slug: string, images: readonly string[]): string {
  const files = images.map(
    (path, index) =>
      `<resource identifier="image-${index + 1}" type="webcontent" href="${escapeXml(path)}"><file href="${escapeXml(path)}"/></resource>`,
  );
  return `${head}
<manifest identifier="${slug}-manifest" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
${[`<resource identifier="${slug}" type="imsqti_xmlv1p2"><file href="${slug}/${slug}.xml"/></resource>`, ...files].join("\n")}
</resources>
</manifest>
`;
}

function assessmentOf(slug: string, title: string, blocks: readonly string[]): string {
  return `${head}
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="${slug}" title="${escapeXml(title)}">
<section ident="root_section">
${blocks.join("\n")}
</section>
</assessment>
</questestinterop>
`;
}

function itemOf(draft: QuestionDraft, texts: ExportTexts): { readonly xml: string; readonly notes: readonly string[] } {
  const { type, stem, responses, rules, notes } = partsOf12(draft, texts);
  const option = (index: number) => `C${index + 1}`;
  const explained = draft.options.flatMap(({ note }, index) =>
    note === null ? [] : [{ ident: option(index), html: texts.html(note) }],
  );
  const shown = explained.map(
    ({ ident }) =>
      `<respcondition continue="Yes"><conditionvar><varequal respident="response1">${ident}</varequal></conditionvar><displayfeedback feedbacktype="Response" linkrefid="${ident}_fb"/></respcondition>`,
  );
  const field = (label: string, entry: string) =>
    `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${escapeXml(entry)}</fieldentry></qtimetadatafield>`;
  const xml = `<item ident="${draft.id}" title="${draft.id}">
<itemmetadata><qtimetadata>
${[field("question_type", type), field("points_possible", "1.0"), ...toTags(draft).map((tag) => field("keyword", tag))].join("\n")}
</qtimetadata></itemmetadata>
<presentation>
${material(stem)}
${responses}
</presentation>
<resprocessing>
<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
<respcondition continue="Yes"><conditionvar><other/></conditionvar><displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>
${[...shown, rules].join("\n")}
</resprocessing>
${[feedbackXml("general_fb", texts.feedback), ...explained.map(({ ident, html }) => feedbackXml(`${ident}_fb`, html))].join("\n")}
</item>`;
  return { xml, notes };
}

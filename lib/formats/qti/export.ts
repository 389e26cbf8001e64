import { zipSync } from "fflate";
import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import type { ExportedItem, Exporter } from "../report.ts";
import { toTags } from "../shared/draft-tags.ts";
import { type ExportTexts, escapeXml, exported, exportTexts, utf8 } from "../shared/export-texts.ts";
import { inlineChoices } from "./cloze.ts";

/** A QTI 3.0 package: a manifest, one item file a question, images beside them. */
export const exportQti: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const entries = new Map<string, Uint8Array>();
  const resources: string[] = [];
  for (const draft of input.drafts) {
    const texts = exportTexts(draft, input, !draft.shuffle, (name) => `images/${encodeURIComponent(name)}`);
    entries.set(`items/${draft.id}.xml`, utf8(itemOf(draft, texts, input.exam.language)));
    const images = [...texts.images.values()].map((file) => `items/images/${file.path}`);
    for (const file of texts.images.values()) entries.set(`items/images/${file.path}`, file.bytes);
    resources.push(resourceOf(draft, images));
    items.push(exported(draft, texts.notes));
  }
  entries.set("imsmanifest.xml", utf8(manifestOf(input.exam.slug, resources)));
  // A fixed day makes the same questions the same bytes.
  const mtime = new Date(Date.UTC(1980, 0, 2));
  const bytes = zipSync(Object.fromEntries([...entries].map(([path, content]) => [path, [content, { mtime }]])));
  return { files: [{ path: `${input.exam.slug}.zip`, bytes }], items };
};

function manifestOf(slug: string, resources: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="${escapeXml(slug)}">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
<organizations/>
<resources>
${resources.join("\n")}
</resources>
</manifest>
`;
}

function resourceOf(draft: QuestionDraft, images: readonly string[]): string {
  const keywords = toTags(draft).map((tag) => `<keyword><string>${escapeXml(tag)}</string></keyword>`);
  const files = [`items/${draft.id}.xml`, ...images].map((path) => `<file href="${escapeXml(path)}"/>`);
  return [
    `<resource identifier="${draft.id}" type="imsqti_item_xmlv3p0" href="items/${draft.id}.xml">`,
    `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>${keywords.join("")}</general></lom></metadata>`,
    ...files,
    "</resource>",
  ].join("\n");
}

function itemOf(draft: QuestionDraft, texts: ExportTexts, language: string | undefined): string {
  const said = language === undefined ? "" : ` xml:lang="${language}"`;
  const { declaration, interaction, processing } = partsOf(draft, texts);
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${draft.id}" title="${draft.id}" adaptive="false" time-dependent="false"${said}>
${declaration}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>
<qti-item-body>
<div>${texts.html(draft.stem)}</div>
${interaction}
</qti-item-body>
${processing}
<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="explanation" show-hide="show"><qti-content-body>${texts.feedback}</qti-content-body></qti-modal-feedback>
</qti-assessment-item>
`;
}

interface Parts {
  readonly declaration: string;
  readonly interaction: string;
  readonly processing: string;
}

function partsOf(draft: QuestionDraft, texts: ExportTexts): Parts {
  const name = (index: number) => `C${index + 1}`;
  switch (draft.kind) {
    case "single":
    case "multiple": {
      const keys = draft.options.flatMap((option, index) => (option.correct ? [name(index)] : []));
      const choices = draft.options.map((option, index) => {
        const note =
          option.note === null
            ? ""
            : `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${name(index)}" show-hide="show">${texts.html(option.note)}</qti-feedback-inline>`;
        return `<qti-simple-choice identifier="${name(index)}">${texts.option(option.text)}${note}</qti-simple-choice>`;
      });
      const most = draft.kind === "single" ? 1 : (draft.select ?? 0);
      return {
        declaration: declare(draft.kind === "single" ? "single" : "multiple", "identifier", keys),
        interaction: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="${draft.shuffle}" max-choices="${most}">\n${choices.join("\n")}\n</qti-choice-interaction>`,
        processing: matchCorrect,
      };
    }
    case "ordering": {
      // The written order must not be the right one, or a program that does not shuffle gives the key away.
      const order = draft.steps.map((step, index) => ({ step, index })).sort((a, b) => (a.step < b.step ? -1 : 1));
      const choices = order.map(
        ({ step, index }) => `<qti-simple-choice identifier="${name(index)}">${texts.inline(step)}</qti-simple-choice>`,
      );
      return {
        declaration: declare(
          "ordered",
          "identifier",
          draft.steps.map((_, index) => name(index)),
        ),
        interaction: `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">\n${choices.join("\n")}\n</qti-order-interaction>`,
        processing: matchCorrect,
      };
    }
    case "matching":
      return matching(draft, texts);
    case "numeric": {
      const { value, tolerance } = draft.numeric ?? { value: 0, tolerance: 0 };
      const equal = `<qti-equal tolerance-mode="absolute" tolerance="${tolerance} ${tolerance}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>`;
      return {
        declaration: declare("single", "float", [String(value)]),
        interaction: entry,
        processing: `<qti-response-processing><qti-response-condition><qti-response-if>${equal}<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>`,
      };
    }
    case "text": {
      const entries = draft.accepted.map(
        (accepted) => `<qti-map-entry map-key="${escapeXml(accepted)}" mapped-value="1" case-sensitive="false"/>`,
      );
      return {
        declaration: declare(
          "single",
          "string",
          draft.accepted.slice(0, 1),
          `<qti-mapping default-value="0">${entries.join("")}</qti-mapping>`,
        ),
        interaction: entry,
        processing: mapResponse,
      };
    }
    case "cloze":
      return inlineChoices(draft, texts);
  }
}

function matching(draft: QuestionDraft, texts: ExportTexts): Parts {
  const choice = (id: string, text: string, most: number) =>
    `<qti-simple-associable-choice identifier="${id}" match-max="${most}">${texts.option(text)}</qti-simple-associable-choice>`;
  const pairs = asking(draft.pairs);
  const matches = matchTexts(draft.pairs);
  const left = pairs.map(([text], index) => choice(`L${index + 1}`, text, 1));
  const right = matches
    .map((text, index) => ({ text, id: `R${index + 1}` }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  // Of any number where several have the same match.
  const most = pairs.length > new Set(pairs.map(([, text]) => text)).size ? 0 : 1;
  const sets = [left, right.map(({ id, text }) => choice(id, text, most))].map(
    (set) => `<qti-simple-match-set>\n${set.join("\n")}\n</qti-simple-match-set>`,
  );
  return {
    declaration: declare(
      "multiple",
      "directedPair",
      pairs.map(([, text], index) => `L${index + 1} R${matches.indexOf(text) + 1}`),
    ),
    interaction: `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${pairs.length}">\n${sets.join("\n")}\n</qti-match-interaction>`,
    processing: matchCorrect,
  };
}

const templates = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates";
const matchCorrect = `<qti-response-processing template="${templates}/match_correct.xml"/>`;
const mapResponse = `<qti-response-processing template="${templates}/map_response.xml"/>`;
const entry = '<div class="answer"><qti-text-entry-interaction response-identifier="RESPONSE"/></div>';

function declare(cardinality: string, type: string, values: readonly string[], rest = ""): string {
  const correct = values.map((value) => `<qti-value>${escapeXml(value)}</qti-value>`).join("");
  return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${correct}</qti-correct-response>${rest}</qti-response-declaration>`;
}

import { discloseSecret } from "#lib/exam/disclosure";
import { finalPoints } from "#lib/exam/grading";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Answer, AnswerKey, Option, PublicQuestion, QuestionKind, Scenario, Secret } from "#lib/exam/question";

const option = (text: string): Option => ({ id: text.toLowerCase(), html: `<p>${text}</p>`, text });
const options = ["Granite", "Basalt", "Marble", "Slate"].map(option);
const scenario: Scenario = {
  title: "The quarry",
  html: "<p>A quarry sells four kinds of stone, and keeps them apart by where they come from.</p>",
};
const stem = (text: string, of: Scenario | null = null) => ({
  stemHtml: `<p>${text}</p>`,
  stemText: text,
  scenario: of,
});

interface Sample {
  readonly question: PublicQuestion;
  readonly key: AnswerKey;
  /** Wrong, or partly right where a kind has parts. */
  readonly wrong: Answer;
}

/** One question of each kind, about stones. */
const samples: { readonly [K in QuestionKind]: Sample } = {
  single: {
    question: { kind: "single", ...stem("Which stone cools at the surface?"), options, shuffle: false, pinned: [] },
    key: { kind: "single", optionId: "basalt" },
    wrong: { kind: "single", optionId: "slate" },
  },
  multiple: {
    question: {
      kind: "multiple",
      select: 2,
      ...stem("Which <strong>two</strong> stones were melted?", scenario),
      options,
      shuffle: false,
      pinned: [],
    },
    key: { kind: "multiple", optionIds: ["granite", "basalt"] },
    wrong: { kind: "multiple", optionIds: ["granite", "slate"] },
  },
  ordering: {
    question: {
      kind: "ordering",
      ...stem("Order these grains from fine to coarse."),
      options: ["Clay", "Gravel", "Sand"].map(option),
    },
    key: { kind: "ordering", optionIds: ["clay", "sand", "gravel"] },
    wrong: { kind: "ordering", optionIds: ["clay", "gravel", "sand"] },
  },
  matching: {
    question: {
      kind: "matching",
      ...stem("Match each rock to what it came from."),
      prompts: ["Marble", "Slate"].map(option),
      options: ["Limestone", "Mudstone"].map(option),
      columns: ["Rock", "Origin"],
    },
    key: { kind: "matching", pairs: { marble: "limestone", slate: "mudstone" } },
    wrong: { kind: "matching", pairs: { marble: "mudstone", slate: "mudstone" } },
  },
  numeric: {
    question: { kind: "numeric", ...stem("What does a litre of water weigh?"), unit: "kg" },
    key: { kind: "numeric", value: 1, tolerance: 0.05 },
    wrong: { kind: "numeric", value: "10" },
  },
  text: {
    question: { kind: "text", ...stem("Which stone is pressed from mud?") },
    key: { kind: "text", accepted: ["slate", "a slate"] },
    wrong: { kind: "text", value: "chalk" },
  },
  cloze: {
    question: {
      kind: "cloze",
      ...stem("Complete the sentence."),
      cloze: {
        pieces: ["<p>Under heat and pressure, limestone becomes ", " and mudstone ", ".</p>"],
        blanks: [
          { id: "1", optionIds: ["marble", "granite"] },
          { id: "2", optionIds: ["slate", "basalt"] },
        ],
      },
      options: ["Basalt", "Granite", "Marble", "Slate"].map((text) => ({ ...option(text), html: text })),
    },
    key: { kind: "cloze", pairs: { 1: "marble", 2: "slate" } },
    wrong: { kind: "cloze", pairs: { 1: "marble", 2: "basalt" } },
  },
};

const right: { readonly [K in QuestionKind]: Answer } = {
  single: { kind: "single", optionId: "basalt" },
  multiple: { kind: "multiple", optionIds: ["granite", "basalt"] },
  ordering: { kind: "ordering", optionIds: ["clay", "sand", "gravel"] },
  matching: { kind: "matching", pairs: { marble: "limestone", slate: "mudstone" } },
  numeric: { kind: "numeric", value: "1.0" },
  text: { kind: "text", value: "Slate" },
  cloze: { kind: "cloze", pairs: { 1: "marble", 2: "slate" } },
};

export interface SampleState {
  readonly title: string;
  readonly answer: Answer | null;
  readonly ruledOut: readonly string[];
  readonly secret: ShownSecret | null;
}

/** A question of this kind, and every state in which a learner meets it. */
export function sampleOf(kind: QuestionKind): {
  readonly question: ShownQuestion;
  readonly states: readonly SampleState[];
} {
  const { question: asked, key, wrong } = samples[kind];
  const question = presentQuestion(asked, "styleguide");
  const order = question.options.map(({ id }) => id);
  const open = (title: string, answer: Answer | null, ruledOut: readonly string[] = []) => ({
    title,
    answer,
    ruledOut,
    secret: null,
  });
  const shown = (title: string, answer: Answer | null): SampleState => {
    const points = finalPoints(asked, key, answer, { rule: "proportional", version: 2 });
    const disclosed = discloseSecret(secretOf(kind, key), { answered: true, inRunningExam: false });
    return { title, answer, ruledOut: [], secret: disclosed && presentSecret(disclosed, order, { answer, points }) };
  };
  const isChoice = kind === "single" || kind === "multiple";
  return {
    question,
    states: [
      open("Not answered", null),
      open("Answered", right[kind]),
      ...(isChoice ? [open("Options ruled out", null, ["marble", "slate"])] : []),
      shown("Right", right[kind]),
      shown("Wrong, or partly right", wrong),
      shown("“I don’t know”", { kind: "dont-know" }),
      shown("Left blank", null),
    ],
  };
}

function secretOf(kind: QuestionKind, key: AnswerKey): Secret {
  const isChoice = kind === "single" || kind === "multiple";
  return {
    key,
    explanation: ["<p>Stones are told apart by how they were made: melted, pressed, or changed by heat.</p>"],
    optionNotes: isChoice ? { slate: ["<p>It was pressed, and never melted.</p>"] } : {},
    references: [{ title: "A handbook of stones", url: "https://example.org/stones" }],
  };
}

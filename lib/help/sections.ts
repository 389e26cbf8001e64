import { keyUses } from "#lib/attempts/keys";
import type { Words } from "#lib/messages/words";

/** A part of the help for learners: its anchor on `/help`, its title, and its text as Markdown. */
export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

/** The help for learners, in the order of the page. Other pages link to the anchors. */
export const helpSections = (t: Words): readonly HelpSection[] => [
  {
    id: "modes",
    title: "Three ways to practise",
    markdown: `
- **Study** shows the solution after each answer: the correct answer, why it is correct, why the other options are not,
  and sources to read on. There is no clock. Questions you haven’t seen come first.
- **Mock exam** works like the real one: the same number of questions, the same share of each topic, and a time limit.
  You see no solution before you submit.
- **Custom practice** is study with questions you choose: by topic, tag and difficulty, and by why you want them, such as
  those you missed, guessed or flagged, that took you long, or that are new to you. Each question says why it was picked.

You can leave at any time. Open the exam’s page or the home page and choose **Continue**. **Discard** ends an attempt
without a result.`,
  },
  {
    id: "saving",
    title: "Your answers are saved",
    markdown: `
Each answer is kept on your device at once and sent to the server. **Saved** means that the server has it.
**Not saved: will retry** means that it waits on your device; keep the page open, or open the attempt again in the
same browser when you are back online.

In a mock exam, an answer that you gave before the time ran out still counts if it arrives within 24 hours, and if you
have not seen its solution in the meantime.`,
  },
  {
    id: "time",
    title: "Time",
    markdown: `
The clock of a mock exam starts with the first question and does not stop when you close the page. When the time is up,
the exam is submitted with the answers you have given. You can hide the clock and show it again.

If you are entitled to extra time in the real exam, choose it before you start. The result says which time you had.`,
  },
  {
    id: "answering",
    title: "Giving an answer",
    markdown: `
- A round button takes one option, a square box takes several. The question says how many to choose.
- **Rule out** strikes an option through. It changes nothing about your answer.
- **Flag** marks a question to come back to. The page before you submit lists what is flagged, unanswered or incomplete.
- For text, spelling matters, but capital letters, extra spaces and curly quotation marks do not, unless the question
  says so. Numbers may be written with a decimal point or a
  decimal comma.
- **How sure are you?** is optional. The result then shows where you were sure and wrong, which is worth reviewing first.
- **I don’t know** is an honest answer in study: it earns nothing, and you see the solution.`,
  },
  {
    id: "scoring",
    title: "What counts",
    markdown: `
The exam’s page says how answers are scored and what you need to pass. Where an answer that is partly correct earns part
of the points, wrong choices take away from it, never below zero. Ticking everything earns nothing.

A question that you leave blank earns nothing. A result shows your score beside the pass mark, and how many of the
questions were new to you: a score on questions you have seen before says less about the real exam.`,
  },
  {
    id: "reviews",
    title: "Reviews",
    markdown: `
A question that you have answered comes back when you are about to forget it: soon after a wrong answer, later and later
after correct ones. **Review** shows what is due today. The plan of an exam spreads reviews and new questions over the
days you have left.`,
  },
  {
    id: "readiness",
    title: "Would you pass?",
    markdown: `
After 30 answers, with at least three in each topic, **Progress** shows an estimate: how likely you would pass today, and the range your score would
probably fall in. It rests on your first answer to each question, before you saw its solution. Later answers change it only
a little, because they may come from memory. Questions left blank in a submitted exam count as missed.

It is an estimate. It is least reliable while some topics have few answers, and it can’t know how close these
questions are to the real ones.`,
  },
  {
    id: "discussion",
    title: "Discussion",
    markdown: `
Each question has a discussion, and it opens once you have answered the question. If you think an answer is wrong, say why
and name a source. Write **option B** for the option that has the letter B on your screen. You can report a comment that
breaks the rules.`,
  },
  {
    id: "notes",
    title: "Notes and flags",
    markdown: `
You can write a note at any question of an attempt. **Notes** lists all your notes and flagged questions, with a search, and
saves them as a Markdown file.`,
  },
  {
    id: "keys",
    title: "Keyboard shortcuts",
    markdown: `
| Key | What it does |
| --- | --- |
${keyUses.map((use) => `| ${t(`keys.key-${use}`)} | ${t(`keys.use-${use}`)} |`).join("\n")}

The list opens with the key ?, and has a switch that turns them all off. Shortcuts do nothing while you type in a text field.`,
  },
  {
    id: "account",
    title: "Guests, accounts and your data",
    markdown: `
You can practise without an account: your attempts belong to this browser. If you create an account or sign in later,
everything you did as a guest comes along, and you can continue on other devices.

The account page lets you download what is stored about you, or delete it. **Settings** has the theme, the text size and
the time zone for this device.`,
  },
];

import { parseCase } from "../parse-case.ts";
import { parseExam } from "../parse-exam.ts";
import { parseQuestion } from "../parse-question.ts";
import type { ExamContext } from "../parsed-question.ts";
import type { Reading, Surroundings } from "./mend-text.ts";

/** What the mends of a content file need: how it is read, and the exam and the images beside it. */
export function surroundingsOf(
  file: string,
  exam: ExamContext,
  imageUrl: (path: string) => string | null,
): Surroundings {
  return {
    file,
    exam,
    imageExists: (path) => imageUrl(path) !== null,
    read: (text) => read({ file, text, exam, imageUrl }),
  };
}

function read(given: Parameters<typeof parseQuestion>[0]): Reading {
  const { file } = given;
  if (/^[^/]+\/exam\.md$/.test(file)) {
    const { exam, problems } = parseExam(given);
    return { meaning: exam && JSON.stringify(exam), problems };
  }
  if (/^[^/]+\/cases\/[^/]+$/.test(file)) {
    const { scenario, assets, problems } = parseCase(given);
    return { meaning: scenario && JSON.stringify([scenario, assets]), problems };
  }
  const { question, problems } = parseQuestion(given);
  if (question === null) return { meaning: null, problems };
  const { places: _, ...meant } = question;
  return { meaning: JSON.stringify(meant), problems };
}

import type { ExamDefinition } from "./exam-definition.ts";
import { type PickedReason, practiceReasons } from "./practice.ts";
import { type Answer, type PublicQuestion, questionKinds, type Secret } from "./question.ts";
import type { Score } from "./scoring.ts";

/**
 * Reads a JSON column. Throws when it holds anything but `what`: somebody changed the database by hand, or a bug wrote it. The
 * message does not repeat the text, which may contain a key. `isOne` checks only what identifies the type, not every field:
 * pages read thousands of these.
 */
export function readColumn<T>(what: string, json: string, isOne: (value: unknown) => boolean): T {
  const value = parse(what, json);
  if (!isOne(value)) throw new Error(`A column that should hold ${what} holds JSON of another shape.`);
  return value as T;
}

function parse(what: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error(`A column that should hold ${what} holds no JSON.`, { cause });
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isOfKind(value: unknown): boolean {
  return isObject(value) && questionKinds.some((kind) => kind === value.kind);
}

function isAnswer(value: unknown): boolean {
  return isOfKind(value) || (isObject(value) && value.kind === "dont-know");
}

export function readAnswer(json: string): Answer {
  return readColumn("an answer", json, isAnswer);
}

/** Null for an item without an answer, and for an answer that was taken back. */
export function readGiven(json: string | null): Answer | null {
  return json === null || json === "null" ? null : readAnswer(json);
}

export function readPublicQuestion(json: string): PublicQuestion {
  return readColumn("a question", json, (value) => isOfKind(value) && "stemHtml" in (value as object));
}

export function readSecret(json: string): Secret {
  return readColumn("a key", json, (value) => isObject(value) && isOfKind(value.key));
}

/** Null for an attempt that has no score yet. */
export function readScore(json: string | null): Score | null {
  if (json === null) return null;
  return readColumn("a score", json, (value) => isObject(value) && typeof value.percent === "number");
}

export function readExamDefinition(json: string): ExamDefinition {
  return readColumn("an exam", json, (value) => isObject(value) && Array.isArray(value.domains));
}

/** Tags, or ids of options. */
export function readTexts(json: string): readonly string[] {
  return readColumn("a list of texts", json, isTextList);
}

/** When each section was closed; null for one that was not. */
export function readClosings(json: string): readonly (Date | null)[] {
  const isOne = (value: unknown) => value === null || typeof value === "string";
  const kept = readColumn<readonly (string | null)[]>(
    "moments of closing",
    json,
    (value) => Array.isArray(value) && value.every(isOne),
  );
  return kept.map((at) => (at === null ? null : new Date(at)));
}

export function readText(json: string): string {
  return readColumn("a text", json, (value) => typeof value === "string");
}

export function readFlag(json: string): boolean {
  return readColumn("a flag", json, (value) => typeof value === "boolean");
}

const confidences = ["guess", "unsure", "sure"] as const;

/** Null when none was given. Until November 2026 any word was stored; others are ignored. */
export function readConfidence(json: string): (typeof confidences)[number] | null {
  const isOne = (value: unknown) => value === null || typeof value === "string";
  const word = readColumn<string | null>("a confidence", json, isOne);
  return confidences.find((each) => each === word) ?? null;
}

/** Why a custom practice picked an item. */
export function readPicked(json: string): readonly PickedReason[] {
  const isOne = (value: unknown) => isObject(value) && practiceReasons.some((reason) => reason === value.reason);
  return readColumn("reasons to pick a question", json, (value) => Array.isArray(value) && value.every(isOne));
}

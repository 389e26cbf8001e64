import type { List, RootContent, Table } from "mdast";
import type { QuestionKind } from "#lib/exam/question";
import { contentKind } from "../kinds/kinds.ts";
import { isSilent, isTaskList } from "./blocks.ts";

/** What comes before the sections of a question file. */
export interface SplitBody {
  readonly stem: readonly RootContent[];
  readonly options: List | Table | null;
  readonly text: readonly RootContent[];
  /** Blocks that belong nowhere. */
  readonly rest: readonly RootContent[];
}

/** A task list holds the options whatever the kind is: a kind without options reports it. */
export function splitBody(body: readonly RootContent[], kind: QuestionKind): SplitBody {
  const tasks = body.findIndex(isTaskList);
  const { at, isText } = tasks < 0 ? contentKind(kind).answerBlock(body) : { at: tasks, isText: false };
  if (at < 0) return { stem: body, options: null, text: [], rest: [] };
  const [stem, rest] = [body.slice(0, at), body.slice(at + 1).filter((block) => !isSilent(block))];
  return isText
    ? { stem, options: null, text: body.slice(at), rest: [] }
    : { stem, options: body[at] as List | Table, text: [], rest };
}

/** The block that looks like the options of some kind: a task list, or a numbered list or a table at the end. */
export function unstatedBlock(body: readonly RootContent[]): List | Table | null {
  const tasks = body.find(isTaskList);
  if (tasks) return tasks;
  const last = body.findLast((block) => !isSilent(block));
  return (last?.type === "list" && last.ordered === true) || last?.type === "table" ? last : null;
}

import { z } from "zod";
import { returnPath } from "#lib/auth/schema";
import { cannotKeep, withoutNul } from "#lib/db/keepable";
import type { commentProblems, reportProblems } from "./comment-refusal.ts";
import { longestComment } from "./longest-comment.ts";

export const sorts = ["top", "newest", "oldest"] as const;
export type Sort = (typeof sorts)[number];
export const reportReasons = ["spam", "abuse", "spoiler", "wrong-place", "copied", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Names a problem, instead of a message. */
const says = (problem: (typeof commentProblems | typeof reportProblems)[number]) => problem;

const id = z.string().min(1).max(64).regex(withoutNul);
/** Several lines. A browser counts each line break as one character, and sends two. */
const lines = z.string().transform((text) => text.replaceAll("\r\n", "\n"));
const markdown = lines.pipe(
  z.string().trim().min(1, says("empty")).regex(withoutNul, says(cannotKeep)).max(longestComment, says("too-long")),
);
const options = z.array(z.string().min(1).max(64)).max(50);
/** Option ids in the order of the writer's letters, with a space between them. */
const order = z
  .string()
  .max(4_000)
  .optional()
  .transform((text = "") => text.split(" ").filter(Boolean));

/** A new comment. `requestId` is created with the form, so that a form sent twice posts once. */
export const commentForm = z.object({
  exam: z.string().min(1).max(100).regex(withoutNul),
  question: z.string().min(1).max(200).regex(withoutNul),
  requestId: z.string().min(8).max(64).regex(withoutNul),
  parent: id.nullable(),
  markdown,
  options,
  order,
});

export const previewForm = commentForm.pick({ exam: true, question: true, markdown: true, order: true });

export const editForm = z.object({ comment: id, markdown, options, order });

const threadActs = [
  "upvote",
  "downvote",
  "unvote",
  "delete",
  "undelete",
  "keep-letters",
  "convert-letters",
  "mute",
  "unmute",
] as const;

/** A button of a thread, whose name and value say everything: "upvote" and the comment, "mute" and the question. */
export const threadForm = z.object({
  act: z
    .string()
    .max(220)
    .transform((text) => text.split(" "))
    .pipe(z.tuple([z.enum(threadActs), z.string().min(1).max(200).regex(withoutNul)]))
    .transform(([act, id]) => ({ act, id })),
});

/** The order to show threads in, and the page to go on with, unless the one that was open stays. */
export const sortForm = z.object({
  sort: z.enum(sorts),
  path: z.string().transform(returnPath),
  stay: z.literal("1").exactOptional(),
});

export const reportForm = z.object({
  comment: id,
  reason: z.enum(reportReasons, says("reason")),
  detail: lines.pipe(z.string().trim().max(1_000, says("too-long")).regex(withoutNul, says(cannotKeep))),
});

/** What the address of a page says about its thread. Anything not understood is ignored. */
export interface ThreadView {
  readonly sort: Sort;
  readonly after?: string | undefined;
  /** A comment to show first, with its thread. */
  readonly focus?: string | undefined;
  /** Replies of the focused thread from this ordinal on. */
  readonly from: number;
  readonly form: { readonly kind: "reply" | "edit" | "report"; readonly comment: string } | null;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** `usual`: the order in which this reader sees threads whose address says none. */
export function readThreadView(search: SearchParams, usual: Sort = "top"): ThreadView {
  const word = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value.length <= 200 && withoutNul.test(value) ? value : undefined;
  };
  const kind = (["reply", "edit", "report"] as const).find((name) => word(name));
  const from = Number(word("from"));
  return {
    sort: sorts.find((sort) => sort === word("sort")) ?? usual,
    after: word("after"),
    focus: word("comment"),
    from: Number.isSafeInteger(from) && from > 0 && from < 1e9 ? from : 0,
    form: kind ? { kind, comment: word(kind) ?? "" } : null,
  };
}

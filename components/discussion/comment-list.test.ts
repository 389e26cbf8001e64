import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import { CommentList } from "#components/discussion/comment-list";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import type { ShownComment } from "./shown-comment.ts";
import type { ThreadContext } from "./thread-context.ts";

const context: ThreadContext = {
  place: { path: "/q", questionPath: "/q", sort: "top", after: undefined },
  form: null,
  isMember: false,
  mayModerate: false,
  mayReply: false,
  writer: { examSlug: "e", questionName: "q", writerId: "w", choices: null, requestId: "12345678", unsent: null },
  edited: null,
  unsentReport: null,
};
const root: ShownComment = { id: "r", author: "Ada", at: "", age: "now", absolute: "", upvotes: 0, downvotes: 0 };

function show(comment: ShownComment): string {
  const list = createElement(CommentList, { comments: [comment], next: null, isContinued: false, context });
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  return renderInEnglish(createElement(AppRouterContext, { value: router }, list));
}

it("leads back to the earlier replies when the later ones, to which a link led, have been deleted", () => {
  expect(show({ ...root, hasEarlier: true })).toContain("Earlier replies");
  expect(show(root)).not.toContain("replies");
});

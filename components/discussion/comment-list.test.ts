import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import { CommentList } from "#components/discussion/comment-list";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { quietThread } from "../../tests/support/quiet-thread.ts";
import type { ShownComment } from "./shown-comment.ts";

const root: ShownComment = { id: "r", author: "Ada", at: "", age: "now", absolute: "", upvotes: 0, downvotes: 0 };

function show(comment: ShownComment, linked: string | null = null): string {
  const list = createElement(CommentList, {
    comments: [comment],
    next: null,
    isContinued: false,
    context: { ...quietThread, linked },
  });
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  return renderInEnglish(createElement(AppRouterContext, { value: router }, list));
}

it("leads back to the earlier replies when the later ones, to which a link led, have been deleted", () => {
  expect(show({ ...root, hasEarlier: true })).toContain("Earlier replies");
  expect(show(root)).not.toContain("replies");
});

it("marks the comment to which the address leads, and no other: a browser takes no notice of a navigation within the app", () => {
  const reply = { ...root, id: "s" };
  const marked = (linked: string | null) => [
    ...show({ ...root, replies: [reply] }, linked).matchAll(/<article id="([^"]+)"[^>]* data-linked/g),
  ];
  expect(marked("s").map(([, id]) => id)).toEqual(["comment-s"]);
  expect(marked(null)).toEqual([]);
});

it("says of a comment in words that it is new to its reader", () => {
  expect(show({ ...root, isNew: true, html: "<p>x</p>" })).toContain(">New<");
  expect(show({ ...root, html: "<p>x</p>" })).not.toContain(">New<");
});

import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import { Thread } from "#components/discussion/thread";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { quietThread } from "../../tests/support/quiet-thread.ts";

const path = "/attempts/a/3";
it("leads back from signing in to the page that shows it, such as a session of study", () => {
  const thread = createElement(Thread, {
    questionId: "q",
    comments: [],
    next: null,
    isContinued: false,
    isLocked: false,
    isMuted: false,
    undoable: [],
    unread: null,
    distributions: null,
    order: [],
    keyIds: [],
    loadedAt: "",
    context: { ...quietThread, place: { ...quietThread.place, path } },
  });
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  const html = renderInEnglish(createElement(AppRouterContext, { value: router }, thread));
  expect(html).toContain(`href="/sign-in?returnTo=${encodeURIComponent(path)}"`);
});

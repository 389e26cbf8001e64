import { expect, it } from "vitest";
import { longestComment } from "./longest-comment.ts";
import { commentForm, editForm, readThreadView, reportForm, sortForm } from "./schema.ts";

/** As a browser sends what it counted in its field: there a line ends in one character, on the way in two. */
const sent = (text: string) => text.replaceAll("\n", "\r\n");

it("takes a text as long as its field does, of however many lines", () => {
  const markdown = `${"a\n".repeat(longestComment / 2 - 1)}ab`;
  const comment = { exam: "e", question: "q", requestId: "12345678", parent: null, options: [] };
  expect(commentForm.safeParse({ ...comment, markdown: sent(markdown) }).data?.markdown).toBe(markdown);
  expect(editForm.safeParse({ comment: "c", markdown: sent(markdown), options: [] }).data?.markdown).toBe(markdown);
  expect(editForm.safeParse({ comment: "c", markdown: sent(`${markdown}c`), options: [] }).success).toBe(false);
  const detail = `${"a\n".repeat(499)}ab`;
  expect(reportForm.safeParse({ comment: "c", reason: "spam", detail: sent(detail) }).data?.detail).toBe(detail);
});

it("shows a thread in the order of its address, or in the one that its reader chose last", () => {
  expect(readThreadView({}).sort).toBe("top");
  expect(readThreadView({}, "newest").sort).toBe("newest");
  expect(readThreadView({ sort: "oldest" }, "newest").sort).toBe("oldest");
});

it("goes on with a page of this site, whatever somebody slips into the form of the order", () => {
  const path = (sent: string) => sortForm.parse({ sort: "newest", path: sent }).path;
  expect(path("/exams/sample/questions/q")).toBe("/exams/sample/questions/q");
  expect(path("//evil.example")).toBe("/");
});

import type { EditRefusal } from "./write/edit-comment.ts";
import type { PostRefusal } from "./write/post-comment.ts";
import type { VoteRefusal } from "./write/vote-on-comment.ts";

type Refusal = PostRefusal | EditRefusal | VoteRefusal | "many-previews";

/** What the writer of a refused comment reads. What they wrote stays in the form. */
export const refusalSentences: Readonly<Record<Refusal, string>> = {
  "sign-in-first": "Sign in to post a comment. What you wrote is still here.",
  "no-such-question": "This question is no longer there.",
  "no-such-comment": "That comment is no longer there. What you wrote is still here.",
  "own-comment": "One does not vote on one’s own comment.",
  "too-deep": "This text is nested too deeply or too long to be shown. Shorten it; what you wrote is still here.",
  "server-busy": "The server has much to do: wait a moment, then send it again. What you wrote is still here.",
  "many-previews": "That were many previews: wait ten minutes for the next, or post it. What you wrote is still here.",
  "nothing-to-see": "Nothing of this would be seen. Write a word; what you wrote is still here.",
  "not-yet-disclosed": "Answer the question first.",
  "foreign-answer": "The question was edited meanwhile: reload the page, then choose your answer again.",
  locked: "A moderator has locked this thread. What you wrote is still here.",
  suspended: "Your account may not post at present: see your notifications for the reason and the date.",
  "too-soon": "That was quick: wait a little, then send it again. What you wrote is still here.",
  "enough-today":
    "You have written as much as your account may in a day. Come back tomorrow; the draft stays on this device.",
  "too-many-links": "Too many links for this account: a new one may put two into a comment.",
  "same-text": "You posted the same text a moment ago.",
};

import type { EditRefusal } from "./write/edit-comment.ts";
import type { PostRefusal } from "./write/post-comment.ts";
import type { VoteRefusal } from "./write/vote-on-comment.ts";

type Refusal = PostRefusal | EditRefusal | VoteRefusal | "many-previews";

/** What the writer of a refused comment reads. What they wrote stays in the form. */
export const refusalSentences: Readonly<Record<Refusal, string>> = {
  "sign-in-first": "Sign in to post a comment. What you wrote is still here.",
  "no-such-question": "This question is no longer there.",
  "no-such-comment": "That comment is no longer there. What you wrote is still here.",
  "own-comment": "You can’t vote on your own comment.",
  "too-deep": "This text is nested too deeply or too long to be shown. Shorten it; what you wrote is still here.",
  "server-busy": "The server is busy. Wait a moment, then send it again. What you wrote is still here.",
  "many-previews":
    "You asked for many previews. Wait ten minutes for the next one, or post the comment. Your text is still here.",
  "nothing-to-see": "This comment would look empty. Type some text; what you wrote is still here.",
  "not-yet-disclosed": "Answer the question first.",
  "foreign-answer": "The question has been edited. Reload the page, then choose your answer again.",
  locked: "A moderator has locked this thread. What you wrote is still here.",
  suspended: "Your account can’t post at the moment. Your notifications say why and until when.",
  "too-soon": "Please wait a few seconds before posting again. What you wrote is still here.",
  "enough-today":
    "You have reached today’s limit for your account. Come back tomorrow; your draft stays on this device.",
  "too-many-links": "Too many links. New accounts can put two links in a comment.",
  "same-text": "You posted the same text a moment ago.",
};

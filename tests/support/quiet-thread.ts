import type { ThreadContext } from "../../components/discussion/thread-context.ts";

/** A thread as a guest sees it: no form is open, and nothing is linked. */
export const quietThread: ThreadContext = {
  place: { path: "/q", questionPath: "/q", sort: "top", usualSort: "top", after: undefined },
  form: null,
  linked: null,
  isMember: false,
  mayModerate: false,
  mayReply: false,
  writer: {
    examSlug: "e",
    questionName: "q",
    writerId: "",
    choices: null,
    order: [],
    requestId: "12345678",
    unsent: null,
  },
  edited: null,
  unsentReport: null,
};

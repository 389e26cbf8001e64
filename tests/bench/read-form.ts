import type { Answer } from "#lib/exam/question";
import type { Target } from "./load-job.ts";

export interface PageForm {
  /** What a browser sends when a button of this form is pressed: a request to the page at `path` for its new state. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>, answer?: Answer) => Target;
}

/** Reads the form that has a button with this value from a page, as a browser would. Throws if there is none. */
export async function readForm(
  url: string,
  headers: Readonly<Record<string, string>>,
  button: string,
): Promise<PageForm> {
  const html = await (await fetch(url, { headers: { ...headers } })).text();
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((each) => each.includes(`value="${button}"`));
  if (form === undefined) throw new Error(`${url} has no form with a button ${button}`);
  const hidden = new Map(
    [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
      attribute(input, "name"),
      attribute(input, "value"),
    ]),
  );
  const origin = new URL(url).origin;
  return {
    post(path, fields, answer) {
      const all = new Map([...hidden, ...Object.entries(fields)]);
      const pairs = [...all, ...(answer ? answerFields(answer) : [])];
      const boundary = "----bench";
      const parts = pairs.map(
        ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      return {
        path,
        method: "POST",
        headers: { ...headers, Origin: origin, "Content-Type": `multipart/form-data; boundary=${boundary}` },
        body: `${parts.join("")}--${boundary}--\r\n`,
      };
    },
  };
}

function attribute(input: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

/** The names of the inputs are those that lib/exam/read-answer.ts reads. */
function answerFields(answer: Answer): [string, string][] {
  if (answer.kind === "single") return [["option", answer.optionId]];
  if (answer.kind === "multiple") return answer.optionIds.map((id) => ["option", id]);
  throw new Error(`the generated bank has no ${answer.kind} question`);
}

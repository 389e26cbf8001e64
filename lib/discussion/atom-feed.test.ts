import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { english } from "../../tests/support/in-english.ts";
import { atomFeed } from "./atom-feed.ts";

const exam = { slug: "exam", title: 'Exam <&> "more"' };
const question = { name: "q", commentCount: 2, lastCommentAt: new Date("2026-11-22T12:00:00Z") };

describe("atomFeed", () => {
  it("gives each question its permanent address, its public text and a count, and nothing more", () => {
    const xml = atomFeed(english, exam, [{ ...question, stemText: "What?" }], "https://example.org");
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    expect(feed.entry).toEqual({
      id: "https://example.org/exams/exam/questions/q",
      title: "What?",
      link: { "@_rel": "alternate", "@_type": "text/html", "@_href": "https://example.org/exams/exam/questions/q" },
      updated: "2026-11-22T12:00:00.000Z",
      summary: "2 comments",
    });
  });

  it("is well-formed whatever a question says", () => {
    const stemText = "</title><script>alert(1)</script> \u0000\u0007 ]]> & \" ' <![CDATA[".repeat(3);
    const xml = atomFeed(english, exam, [{ ...question, stemText }], "https://example.org");
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain("<script");
  });
});

import { describe, expect, it } from "vitest";
import { examsToPlan } from "./exams-to-plan.ts";

const exams = ["tour 11", "cloud 132", "network 300", "gone 0"].map((line) => {
  const [slug = "", available = ""] = line.split(" ");
  return { slug, available: Number(available) };
});
const slugs = (known: { planned: string[]; begun: string[] }) => {
  const { near, far } = examsToPlan(exams, known);
  return { near: near.map(({ slug }) => slug), far: far.map(({ slug }) => slug) };
};

describe("the exams of a plan's page", () => {
  it("shows a newcomer the largest", () => {
    expect(slugs({ planned: [], begun: [] })).toEqual({ near: ["network"], far: ["cloud", "tour", "gone"] });
  });

  it("shows what is planned before what was begun, each once, and no exam that is no longer offered", () => {
    expect(slugs({ planned: ["cloud"], begun: ["tour", "cloud", "retired"] })).toEqual({
      near: ["cloud", "tour"],
      far: ["network", "gone"],
    });
  });
});

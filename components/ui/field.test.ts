import { createElement } from "react";
import { expect, it } from "vitest";
import { Field } from "#components/ui/field";
import { renderInEnglish } from "../../tests/support/in-english.ts";

it("reads out its hint and what is wrong with it together with the field", () => {
  const html = renderInEnglish(
    createElement(Field, { label: "Name", hint: "As others see it", problems: ["Too short."] }),
  );
  const input = /<input [^>]*>/.exec(html)?.[0] ?? "";
  expect(input).toContain('aria-invalid="true"');
  const described = /aria-describedby="([^"]*)"/.exec(input)?.[1]?.split(" ") ?? [];
  const texts = described.map((id) => new RegExp(`<p id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1]);
  expect(texts).toEqual(["As others see it", "Too short."]);
});

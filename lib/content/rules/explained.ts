/** A question of three options for the examples of rules that read explanations. */
export const explained = (explanation: string): string => `---
domain: d
---
Which is a metric?

- [x] BLEU
- [ ] Adam
- [ ] Dropout

## Explanation

${explanation}
`;

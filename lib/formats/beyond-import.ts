import { isZip, readPackage } from "./qti/read-package.ts";
import type { SourceFile } from "./report.ts";
import { maxTextBytes } from "./shared/decode-text.ts";

/** What an import here would refuse of an export, because there is too much of it. */
export function beyondImport(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, bytes }) => {
    if (isZip(bytes)) {
      const read = readPackage(bytes);
      return read.ok ? [] : [`${path} is more than an import here reads: ${read.reason}`];
    }
    const isText = /\.(?:txt|csv|xml|gift)$/.test(path);
    return isText && bytes.length > maxTextBytes
      ? [
          `${path} is more than an import here reads: it has ${bytes.length} bytes, and at most ${maxTextBytes} are read`,
        ]
      : [];
  });
}

import { expect, it } from "vitest";
import { byteRange } from "./byte-range";

it.each([
  [null, "whole"],
  ["bytes=0-1", { from: 0, to: 1 }],
  ["bytes=0-", { from: 0, to: 99 }],
  ["bytes=90-200", { from: 90, to: 99 }],
  ["bytes=-10", { from: 90, to: 99 }],
  ["bytes=-200", { from: 0, to: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=5-4", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["bytes=-", "whole"],
  ["items=0-1", "whole"],
])("of 100 bytes %s is %o", (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});

import type { MailSection } from "./sections";

/** A mail before it is addressed: subject, and the same words twice. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly opening: string;
  readonly sections: readonly MailSection[];
  /** Small print; each may lead to a page. */
  readonly closing: readonly { readonly text: string; readonly url?: string }[];
  /** Address of the installation, without a trailing slash. */
  readonly url: string;
}

/** Writes both alternatives from one content. Whatever names hold, they stay words: see `oneLine` and `escaped`. */
export function writeMail(content: MailContent): ComposedMail {
  return { subject: oneLine(content.subject), text: plainText(content), html: html(content) };
}

/** Line breaks and control characters become a space: a name cannot start a header, or a line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

function plainText({ greeting, opening, sections, closing, url }: MailContent): string {
  const blocks = [
    oneLine(greeting),
    oneLine(opening),
    ...sections.map(({ title, lines }) =>
      [
        title.toUpperCase(),
        ...lines.flatMap(({ text, path }) => [
          `- ${oneLine(text)}`,
          ...(path === undefined ? [] : [`  ${url}${path}`]),
        ]),
      ].join("\n"),
    ),
    `--\n${closing.map(({ text, url: to }) => `${oneLine(text)}${to === undefined ? "" : `\n${to}`}`).join("\n")}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const INK = "color:#2b2a28";
const SOFT = "color:#5d5a55;font-size:14px;line-height:1.5";

/** No picture, no font, no script, nothing fetched: opening the mail tells nobody that it was opened. */
function html({ subject, greeting, opening, sections, closing, url }: MailContent): string {
  const body = [
    paragraph(greeting),
    paragraph(opening),
    ...sections.map(({ title, lines }) => {
      const items = lines.map(({ text, path }) => {
        const words = escaped(oneLine(text));
        return `<li style="margin:0 0 8px">${path === undefined ? words : link(`${url}${path}`, words)}</li>`;
      });
      return `<h2 style="font-size:17px;margin:28px 0 8px">${escaped(title)}</h2><ul style="margin:0;padding-left:20px">${items.join("")}</ul>`;
    }),
    `<hr style="border:0;border-top:1px solid #ddd8cf;margin:32px 0 16px">`,
    ...closing.map(({ text, url: to }) => {
      const words = escaped(oneLine(text));
      return `<p style="margin:0 0 8px;${SOFT}">${to === undefined ? words : link(to, words)}</p>`;
    }),
  ].join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(oneLine(subject))}</title></head>
<body style="margin:0;padding:24px;background:#faf8f4">
<div style="max-width:560px;margin:0 auto;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;${INK}">
${body}
</div></body></html>
`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 12px">${escaped(oneLine(text))}</p>`;
}

function link(to: string, words: string): string {
  return `<a href="${escaped(to)}" style="color:#1c5d5a">${words}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

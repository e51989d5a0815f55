import QRCode from "qrcode";

/**
 * A QR code drawn on the server: no script and no other host sees what is in it. Always dark on white,
 * in every colour scheme, because scanners want it so.
 */
export async function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const svg = await qrSvg(text);
  return (
    <div
      role="img"
      aria-label={label}
      data-meaningful-fill
      className="aspect-square w-full [&>svg]:size-full"
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** The code as SVG text. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, {
    type: "svg",
    errorCorrectionLevel: "M",
    margin: 2,
    color: { dark: "#000000", light: "#ffffff" },
  });
}

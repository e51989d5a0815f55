import { paperOf, type Sheet } from "@/components/slips/sheet";
import { qrSvg } from "@/components/waves/qr-code";
import { formatCode } from "@/lib/ballots/wire/admission-code";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import { environment } from "@/lib/server/environment";
import type { SlipSheet } from "@/lib/services/waves/dealt-slip";

/** A sheet as it is printed, with a QR code for each slip. */
export async function drawSheet(made: SlipSheet): Promise<Sheet> {
  const { url } = environment();
  const slips = await Promise.all(
    made.slips.map(async ({ code, name }) => ({
      name,
      code: formatCode(code),
      ...(await qrOf(`${url}/s/${made.joinCode}#seat=${code}&manifest=${made.manifestHash}`)),
    })),
  );
  return {
    waveTitle: made.waveTitle,
    classTitle: made.classTitle,
    address: `${url.replace(/^https?:\/\//u, "")}/s`,
    joinCode: formatCode(made.joinCode),
    fingerprint: shortHash(made.manifestHash),
    slips,
    byName: made.byName,
    paper: paperOf(made.timeZone),
  };
}

async function qrOf(link: string): Promise<{ link: string; qr: string }> {
  return { link, qr: await qrSvg(link) };
}

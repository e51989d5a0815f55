import { type Sheet, slipNote } from "./sheet";
import styles from "./slip-sheet.module.css";

/** The sheet that is cut up: two columns of slips, black on white whatever the screen's scheme. */
export function SlipSheet({ sheet }: { readonly sheet: Sheet }) {
  return (
    <ul aria-label={`Slips for ${sheet.classTitle}`} className={styles.sheet}>
      {sheet.slips.map(({ code, name, qr }) => (
        <li key={code} className={styles.slip}>
          <div aria-hidden className={styles.qr} dangerouslySetInnerHTML={{ __html: qr }} />
          <div className={styles.text}>
            {name === null ? null : <p className={styles.title}>{name}</p>}
            <p className={name === null ? styles.title : styles.note}>{sheet.waveTitle}</p>
            <p>
              Scan, or go to <strong>{sheet.address}</strong> and type
            </p>
            <p>
              Class <strong className={styles.code}>{sheet.joinCode}</strong>
            </p>
            <p>
              Seat <strong className={styles.code}>{code}</strong>
            </p>
            <p className={styles.note}>
              {slipNote({ name })}
              <span className={styles.keys}>Keys {sheet.fingerprint}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

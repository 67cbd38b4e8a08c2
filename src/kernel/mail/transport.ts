import { createTransport } from 'nodemailer';

/** A mail as it leaves. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where an answer goes, if not to the sender. */
  readonly replyTo?: string;
  /** The same words with marks of their own; nothing in it is fetched from anywhere. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The key by which receivers know that a mail is ours (RFC 6376). */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** In PEM. */
  readonly privateKey: string;
}

/** The way to a mail server. */
export interface MailTransport {
  /** Resolves when the server took the mail. @throws what `explainFailure` explains */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** RFC 8058 wants both headers of one-click unsubscribing under the signature. */
const signedHeaders = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/** Opens the way to the server at `smtp://user:password@host:587`. Each mail is signed where there is a key. */
export function createMailTransport(options: {
  readonly smtpUrl: string;
  /** `mooc <no-reply@mooc.example.org>` */
  readonly from: string;
  readonly dkim: DkimKey | null;
}): MailTransport {
  const { from, dkim } = options;
  const key = dkim && { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey };
  // A mail's text is ours; it never names a file or an address to fetch.
  const defaults = { from, disableFileAccess: true, disableUrlAccess: true };
  const signing = key ? { dkim: { ...key, headerFieldNames: signedHeaders } } : {};
  const transport = createTransport(options.smtpUrl, { ...defaults, ...signing });
  return {
    async send({ to, headers = {}, ...mail }) {
      await transport.sendMail({ ...mail, headers: { ...headers }, to: { name: '', address: to } });
    },
    close: () => transport.close(),
  };
}

/** What a failure to send means. */
export interface SendFailure {
  /** The server's answer code, or the kind of fault: nothing personal. */
  readonly code: string;
  /** Whether the server surely did not take the mail. When not, it may have. */
  readonly isSurelyUnsent: boolean;
  /** The server's last word on this mail: nobody has the address, or it wants none of it. */
  readonly isForGood: boolean;
}

/** The server's answer may quote the address, so only codes are told. */
export function explainFailure(error: unknown): SendFailure {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  return {
    code: String(responseCode ?? code ?? 'unknown'),
    // Until the data are on their way nothing was handed over; from then on only an answer tells.
    isSurelyUnsent: responseCode !== undefined || (command !== undefined && command !== 'DATA'),
    isForGood: responseCode !== undefined && responseCode >= 550 && responseCode < 560,
  };
}

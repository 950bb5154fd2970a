import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { currentTheme } from "#lib/next/theme";
import * as words from "#lib/words";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-sans-3/index.css";
import "@fontsource-variable/noto-naskh-arabic/index.css";
import "@fontsource-variable/noto-sans-arabic/index.css";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: words.common.tagline, template: `%s ${words.common.name}` },
  description: words.frame.description,
  applicationName: words.common.name,
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** No page is drawn while the product is built: there is no database then. */
export const dynamic = "force-dynamic";

/** Reading the cookie makes every page dynamic, which the nonce of the content security policy needs as well. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await currentTheme();
  return (
    <html lang={words.language} dir={words.direction} data-theme={theme === "device" ? undefined : theme}>
      <body>
        <a className="skip" href="#main">
          {words.common.skip}
        </a>
        {children}
      </body>
    </html>
  );
}

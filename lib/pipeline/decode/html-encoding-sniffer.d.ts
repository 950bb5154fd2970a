declare module "html-encoding-sniffer" {
  /** The canonical name of the encoding that the HTML standard's algorithm gives for these bytes. */
  export default function sniff(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}

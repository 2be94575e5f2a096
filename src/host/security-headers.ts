/** The headers both hosts send with everything they serve, errors included. */

/** Scripts only from our own files, styles from them or with this answer's nonce, no request to anywhere else. */
const CONTENT_SECURITY_POLICY: readonly (readonly [string, (nonce: string) => string])[] = [
  ['default-src', () => "'none'"],
  ['script-src', () => "'self'"],
  ['style-src', (nonce) => `'self' 'nonce-${nonce}'`],
  ['img-src', () => "'self' data: blob:"],
  ['font-src', () => "'self'"],
  ['connect-src', () => "'self'"],
  ['base-uri', () => "'none'"],
  ['form-action', () => "'none'"],
  ['frame-src', () => "'self'"],
  ['frame-ancestors', () => "'none'"],
  ['object-src', () => "'none'"],
  ['require-trusted-types-for', () => "'script'"],
  ['trusted-types', () => 'tong-ket'],
]

/** `nonce` must be fresh for each answer. */
export function securityHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY.map(([name, value]) => `${name} ${value(nonce)}`).join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  }
}

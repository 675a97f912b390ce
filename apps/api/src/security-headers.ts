import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '@app/platform';

/** Nothing that the register does not serve itself, nothing written into a page, nothing around or inside it. */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
} as const;

/** The page of the documentation has its style in it, and draws with images from its style sheet; scripts as above. */
const POLICY_OF_DOCUMENTATION = {
  ...POLICY,
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
} as const;

const DOCUMENTATION = /^\/docs(?:[/?]|$)/;

/** What a page of the register has no use for. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS_POLICY = UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ');

const ONE_YEAR = 31_536_000;

/** Header fields that tell browsers what to refuse, and everybody what not to keep. */
export async function tellBrowsers(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const documentation = asText(POLICY_OF_DOCUMENTATION);
  await app.register(helmet, {
    hsts: settings.isPlainHttp ? false : { maxAge: ONE_YEAR, includeSubDomains: true },
    contentSecurityPolicy: { useDefaults: false, directives: withLists(POLICY) },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      void reply.header('permissions-policy', PERMISSIONS_POLICY);
      if (DOCUMENTATION.test(request.url)) void reply.header('content-security-policy', documentation);
      // What is said to one caller is kept by nobody, unless the answer says how.
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
        void reply.header('cache-control', 'no-store');
      }
      done(null, payload);
    });
}

type Policy = Readonly<Record<string, readonly string[]>>;

function asText(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';');
}

function withLists(policy: Policy): Record<string, string[]> {
  return Object.fromEntries(Object.entries(policy).map(([name, values]) => [name, [...values]]));
}

import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin('./src/i18n/request.ts');

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The edge decides about slashes and hosts: a redirect made here would name this app's own port.
  skipTrailingSlashRedirect: true,
  transpilePackages: ['@servicepro/contracts'],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'] },
};

export default withMessages(config);

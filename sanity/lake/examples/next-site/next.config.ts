import type {NextConfig} from 'next'

const lakeUrl = process.env.NEXT_PUBLIC_LAKE_URL

export default {
  images: {
    remotePatterns: [new URL(`${lakeUrl ?? 'https://cdn.sanity.io'}/images/**`)],
    // Next refuses pictures of the own machine by default.
    dangerouslyAllowLocalIP: Boolean(lakeUrl),
  },
} satisfies NextConfig

import type {NextConfig} from 'next'

const lakeUrl = process.env.NEXT_PUBLIC_LAKE_URL
const {protocol, hostname, port} = new URL(lakeUrl ?? 'https://cdn.sanity.io')

export default {
  images: {
    // Without `search`: a pattern of `new URL()` refuses the parameters of an image, such as its width.
    remotePatterns: [
      {protocol: protocol === 'http:' ? 'http' : 'https', hostname, port, pathname: '/images/**'},
    ],
    // Next refuses pictures of the own machine by default.
    dangerouslyAllowLocalIP: Boolean(lakeUrl),
  },
} satisfies NextConfig

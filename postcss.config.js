/**
 * The Studio's own stylesheet loads its typeface from a host of Sanity's. Left out here, so that the Studio needs
 * nothing but this machine; app/(studio)/layout.tsx brings the same typeface along.
 */
const withoutRemoteFonts = {
  postcssPlugin: 'without-remote-fonts',
  AtRule: {
    'font-face': (rule) => {
      if (/url\(["']?https?:/.test(rule.toString())) rule.remove()
    },
  },
}

export default {plugins: [withoutRemoteFonts]}

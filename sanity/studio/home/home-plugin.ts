import {HomeIcon} from '@sanity/icons/Home'
import {definePlugin} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {Home} from './home.tsx'

/** The first tool: `/studio` opens it. */
export const homePlugin = definePlugin({
  name: 'home',
  tools: [{name: 'home', title: t('Úvod', 'Home'), icon: HomeIcon, component: Home}],
})

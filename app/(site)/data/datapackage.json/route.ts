import {dataPackage} from '#lib/open-data/data-package.ts'
import {config} from '#lib/server/config.ts'

export const dynamic = 'force-static'

export const GET = () => Response.json(dataPackage(config.siteUrl))

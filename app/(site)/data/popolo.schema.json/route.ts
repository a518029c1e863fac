import {popoloSchema} from '#lib/open-data/popolo-schema.ts'

export const dynamic = 'force-static'

export const GET = () => Response.json(popoloSchema, {headers: {'Content-Type': 'application/schema+json'}})

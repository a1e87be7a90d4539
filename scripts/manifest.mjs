/**
 * The Firefox manifest, from the one source manifest: an event page instead of a service worker, and Gecko's own id.
 * @param {Record<string, unknown>} source
 */
export function firefoxManifest(source) {
  const { minimum_chrome_version: _, background, ...rest } = source;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'wmp-companion@wmp-companion.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}

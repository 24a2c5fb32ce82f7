// Google's own client for Node against the address and with the key it is given; answers in JSON.
const {factchecktools} = require("@googleapis/factchecktools");

async function main(rootUrl, key) {
  const service = factchecktools({version: "v1alpha1", auth: key, rootUrl});
  const texts = [];
  let pages = 0;
  let pageToken;
  do {
    const {data} = await service.claims.search({query: "pier", pageSize: 2, pageToken});
    texts.push(...(data.claims || []).map((claim) => claim.text));
    pageToken = data.nextPageToken;
    pages += 1;
  } while (pageToken);
  const refused = await service.claims
    .search({query: "pier", pageToken: "nonsense"})
    .then(() => null, (error) => ({code: error.code, message: error.message}));
  // Longer than many servers take an address.
  const long = await service.claims.search({query: "pier ".repeat(600)}).then(
    (answer) => answer.status, (error) => error.code);
  const {data: listed} = await service.pages.list({organization: undefined, pageSize: 1});
  const first = listed.claimReviewMarkupPages[0];
  const {data: page} = await service.pages.get({name: first.name});
  const images = (await service.claims.imageSearch({imageUri: "https://example.org/a.png"})).data;
  console.log(JSON.stringify({texts, pages, refused, long, page: page.name === first.name, images}));
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error);
  process.exit(1);
});

/** A record as a service writes it, of a work in `content/sources`, and what a source takes of it. */
export interface Sample {
  readonly from: string
  readonly text: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly lost?: readonly string[]
}

const gao = [
  { family: 'Gao', given: 'Leo' },
  { family: 'Schulman', given: 'John' },
  { family: 'Hilton', given: 'Jacob' },
]
const arrow = {
  type: 'article-journal',
  title: 'A Difficulty in the Concept of Social Welfare',
  author: [{ family: 'Arrow', given: 'Kenneth J.' }],
  issued: 1950,
  'container-title': 'Journal of Political Economy',
  volume: '58',
  issue: '4',
  page: '328-346',
}
const moran = {
  type: 'article-journal',
  title: 'Random processes in genetics',
  author: [{ family: 'Moran', given: 'P. A. P.' }],
  'container-title': 'Mathematical Proceedings of the Cambridge Philosophical Society',
  volume: '54',
  issue: '1',
  page: '60-71',
  DOI: '10.1017/S0305004100033193',
}
const rottger = [
  { family: 'Röttger', given: 'Paul' },
  { family: 'Kirk', given: 'Hannah Rose' },
]

/** BibTeX and BibLaTeX. */
export const bibtexSamples: readonly Sample[] = [
  {
    from: 'Google Scholar, a paper',
    text: `@inproceedings{gao2023scaling,
  title={Scaling laws for reward model overoptimization},
  author={Gao, Leo and Schulman, John and Hilton, Jacob},
  booktitle={International Conference on Machine Learning},
  pages={10835--10866},
  year={2023},
  organization={PMLR}
}`,
    fields: {
      type: 'paper-conference',
      title: 'Scaling laws for reward model overoptimization',
      author: gao,
      issued: 2023,
      'container-title': 'International Conference on Machine Learning',
      publisher: 'PMLR',
      page: '10835-10866',
    },
  },
  {
    from: 'Google Scholar, a preprint',
    text: `@article{touvron2023llama,
  title={Llama 2: Open foundation and fine-tuned chat models},
  author={Touvron, Hugo and Martin, Louis and Stone, Kevin and others},
  journal={arXiv preprint arXiv:2307.09288},
  year={2023}
}`,
    fields: {
      type: 'article',
      title: 'Llama 2: Open foundation and fine-tuned chat models',
      author: [
        { family: 'Touvron', given: 'Hugo' },
        { family: 'Martin', given: 'Louis' },
        { family: 'Stone', given: 'Kevin' },
        { literal: 'others' },
      ],
      issued: 2023,
      number: 'arXiv:2307.09288',
      URL: 'https://arxiv.org/abs/2307.09288',
    },
  },
  {
    from: 'Google Scholar, accents',
    text: String.raw`@inproceedings{rottger2024xstest,
  title={{XST}est: A test suite for identifying exaggerated safety behaviours in large language models},
  author={R{\"o}ttger, Paul and Kirk, Hannah},
  booktitle={Proceedings of {NAACL} 2024},
  year={2024}
}`,
    fields: {
      type: 'paper-conference',
      title:
        'XSTest: A test suite for identifying exaggerated safety behaviours in large language models',
      author: [
        { family: 'Röttger', given: 'Paul' },
        { family: 'Kirk', given: 'Hannah' },
      ],
      issued: 2024,
      'container-title': 'Proceedings of NAACL 2024',
    },
  },
  {
    from: 'arXiv',
    text: `@misc{gao2022scalinglawsrewardmodel,
      title={Scaling Laws for Reward Model Overoptimization},
      author={Leo Gao and John Schulman and Jacob Hilton},
      year={2022},
      eprint={2210.10760},
      archivePrefix={arXiv},
      primaryClass={cs.LG},
      url={https://arxiv.org/abs/2210.10760},
}`,
    fields: {
      type: 'article',
      title: 'Scaling Laws for Reward Model Overoptimization',
      author: gao,
      issued: 2022,
      number: 'arXiv:2210.10760',
      URL: 'https://arxiv.org/abs/2210.10760',
    },
    lost: ['primaryclass'],
  },
  {
    from: 'DBLP, a preprint',
    text: `@article{DBLP:journals/corr/abs-2308-01263,
  author       = {Paul R{\\"{o}}ttger and
                  Hannah Rose Kirk},
  title        = {XSTest: {A} Test Suite},
  journal      = {CoRR},
  volume       = {abs/2308.01263},
  year         = {2023},
  eprinttype   = {arXiv},
  eprint       = {2308.01263},
  timestamp    = {Mon, 21 Aug 2023 17:38:10 +0200},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`,
    fields: {
      type: 'article',
      title: 'XSTest: A Test Suite',
      author: rottger,
      issued: 2023,
      number: 'arXiv:2308.01263',
      URL: 'https://arxiv.org/abs/2308.01263',
    },
    lost: ['volume', 'timestamp', 'bibsource'],
  },
  {
    from: 'Crossref',
    text: ` @article{Arrow_1950, title={A Difficulty in the Concept of Social Welfare}, volume={58}, ISSN={1537-534X}, url={http://dx.doi.org/10.1086/256963}, DOI={10.1086/256963}, number={4}, journal={Journal of Political Economy}, publisher={University of Chicago Press}, author={Arrow, Kenneth J.}, year={1950}, month=aug, pages={328–346} }\n`,
    fields: {
      ...arrow,
      issued: '1950-08',
      publisher: 'University of Chicago Press',
      DOI: '10.1086/256963',
    },
    lost: ['issn', 'url'],
  },
  {
    from: 'Zotero, BibTeX',
    text: String.raw`
@article{moran_random_1958,
	title = {Random processes in genetics},
	volume = {54},
	copyright = {https://www.cambridge.org/core/terms},
	issn = {0305-0041, 1469-8064},
	doi = {10.1017/S0305004100033193},
	language = {en},
	number = {1},
	urldate = {2025-03-02},
	journal = {Mathematical Proceedings of the Cambridge Philosophical Society},
	author = {Moran, P. A. P.},
	month = jan,
	year = {1958},
	pages = {60--71},
	file = {Snapshot:C\:\\Users\\x\\Zotero\\storage\\1.html:text/html},
}`,
    fields: { ...moran, issued: '1958-01', language: 'en' },
    lost: ['copyright', 'issn', 'urldate', 'file'],
  },
  {
    from: 'Zotero, BibLaTeX',
    text: `@inproceedings{cook_complexity_1971,
	location = {New York, {NY}, {USA}},
	title = {The complexity of theorem-proving procedures},
	doi = {10.1145/800157.805047},
	series = {{STOC} '71},
	pages = {151--158},
	booktitle = {Proceedings of the Third Annual {ACM} Symposium on Theory of Computing},
	publisher = {Association for Computing Machinery},
	author = {Cook, Stephen A.},
	date = {1971-05-03},
	langid = {english},
}`,
    fields: {
      type: 'paper-conference',
      title: 'The complexity of theorem-proving procedures',
      author: [{ family: 'Cook', given: 'Stephen A.' }],
      issued: '1971-05-03',
      'container-title': 'Proceedings of the Third Annual ACM Symposium on Theory of Computing',
      publisher: 'Association for Computing Machinery',
      'publisher-place': 'New York, NY, USA',
      page: '151-158',
      DOI: '10.1145/800157.805047',
      language: 'en',
    },
    lost: ['series'],
  },
  {
    from: 'a particle, and a body in double braces',
    text: `@book{condorcet1785, author = {{Acad\\'emie royale} and de Condorcet, Nicolas}, title = "Essai sur l'application de l'analyse {\\\`a} la probabilit{\\'e}", year = 1785, publisher = {Imprimerie Royale}, address = {Paris}}`,
    fields: {
      type: 'book',
      title: "Essai sur l'application de l'analyse à la probabilité",
      author: [
        { literal: 'Académie royale' },
        { 'non-dropping-particle': 'de', family: 'Condorcet', given: 'Nicolas' },
      ],
      issued: 1785,
      publisher: 'Imprimerie Royale',
      'publisher-place': 'Paris',
    },
  },
  {
    from: 'strings that are joined, a comment, and a web page by howpublished',
    text: `% my notes
@string{lw = "Less" # "Wrong"}
@comment{nothing}
@misc{byrnes2025,
  author = "Byrnes, Steven", title = {\`\`Sharp Left Turn'' discourse}, month = "jan",
  year = {2025}, publisher = lw, howpublished = {\\url{https://www.lesswrong.com/posts/2yLyT6kB7BQvTfEuZ}}
}`,
    fields: {
      type: 'document',
      title: '“Sharp Left Turn” discourse',
      author: [{ family: 'Byrnes', given: 'Steven' }],
      issued: '2025-01',
      publisher: 'LessWrong',
      URL: 'https://www.lesswrong.com/posts/2yLyT6kB7BQvTfEuZ',
    },
  },
]

/** RIS. */
export const risSamples: readonly Sample[] = [
  {
    from: 'Zotero',
    text: `TY  - JOUR
TI  - Random processes in genetics
AU  - Moran, P. A. P.
T2  - Mathematical Proceedings of the Cambridge Philosophical Society
DA  - 1958/01//
PY  - 1958
DO  - 10.1017/S0305004100033193
DP  - Cambridge Core
VL  - 54
IS  - 1
SP  - 60
EP  - 71
LA  - en
SN  - 0305-0041
UR  - https://www.cambridge.org/core/x
Y2  - 2025/03/02/10:11:12
ER  - 
`,
    fields: {
      ...moran,
      issued: '1958-01',
      URL: 'https://www.cambridge.org/core/x',
      language: 'en',
    },
    lost: ['PY', 'DP', 'SN', 'Y2'],
  },
  {
    from: 'the publisher of a journal',
    text: 'TY  - JOUR\r\nAU  - Arrow, Kenneth J.\r\nY1  - 1950/08/01\r\nPY  - 1950\r\nN1  - doi: 10.1086/256963\r\nDO  - 10.1086/256963\r\nT1  - A Difficulty in the Concept of Social Welfare\r\nJO  - Journal of Political Economy\r\nSP  - 328\r\nEP  - 346\r\nVL  - 58\r\nIS  - 4\r\nUR  - https://doi.org/10.1086/256963\r\nER  - \r\n',
    fields: { ...arrow, issued: '1950-08-01', DOI: '10.1086/256963' },
    lost: ['PY', 'N1', 'UR'],
  },
  {
    from: 'Google Scholar',
    text: `TY  - JOUR
T1  - The framing of decisions and the psychology of choice
A1  - Tversky, Amos
A1  - Kahneman, Daniel
JO  - Science
VL  - 211
IS  - 4481
SP  - 453
EP  - 458
SN  - 0036-8075
Y1  - 1981
PB  - American Association for the Advancement of Science
ER  - `,
    fields: {
      type: 'article-journal',
      title: 'The framing of decisions and the psychology of choice',
      author: [
        { family: 'Tversky', given: 'Amos' },
        { family: 'Kahneman', given: 'Daniel' },
      ],
      issued: 1981,
      'container-title': 'Science',
      volume: '211',
      issue: '4481',
      page: '453-458',
    },
    lost: ['SN', 'PB'],
  },
  {
    from: 'a conference paper with one space before the hyphen',
    text: `TY - CONF
AU - Cook, Stephen A.
TI - The complexity of theorem-proving procedures
T2 - Proceedings of the Third Annual ACM Symposium on Theory of Computing
PY - 1971
SP - 151
EP - 158
DO - https://doi.org/10.1145/800157.805047
ER -`,
    fields: {
      type: 'paper-conference',
      title: 'The complexity of theorem-proving procedures',
      author: [{ family: 'Cook', given: 'Stephen A.' }],
      issued: 1971,
      'container-title': 'Proceedings of the Third Annual ACM Symposium on Theory of Computing',
      page: '151-158',
      DOI: '10.1145/800157.805047',
    },
  },
  {
    from: 'Zotero, a preprint',
    text: `TY  - UNPB
TI  - Scaling Laws for Reward Model Overoptimization
AU  - Gao, Leo
AU  - Schulman, John
AU  - Hilton, Jacob
AB  - In reinforcement learning from human feedback, …
DA  - 2022/10/19/
PY  - 2022
M1  - arXiv:2210.10760
UR  - http://arxiv.org/abs/2210.10760
ER  - 
`,
    fields: {
      type: 'article',
      title: 'Scaling Laws for Reward Model Overoptimization',
      author: gao,
      issued: '2022-10-19',
      number: 'arXiv:2210.10760',
      URL: 'http://arxiv.org/abs/2210.10760',
    },
    lost: ['AB', 'PY'],
  },
]

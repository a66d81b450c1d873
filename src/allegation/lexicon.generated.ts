// Made by scripts/lexicon.mjs from lexicon/en; edit the lists there and run `npm run lexicon`.

/** lexicon/en/wrong-triggers.txt */
export const WRONG_TRIGGERS: readonly string[] = "genocide genocide|genocidal genocide|exterminate genocide|extermination genocide|ethnic_cleansing genocide|persecute genocide|persecution genocide|crime_against_humanity genocide|atrocity genocide|cultural_erasure genocide|kill killing|killing killing|killer killing|murder killing|murderer killing|murderous killing|assassinate killing|assassination killing|execute killing?|execution killing?|massacre killing|slaughter killing|slay killing|slain killing|behead killing|beheading killing|lynch killing|lynching killing|shoot_dead killing|gun_down killing|death_squad killing|extrajudicial killing|homicide killing|manslaughter killing|poison killing?|bloodshed killing?|shoot killing?|shot killing?|shooting killing?|stab killing?|torture torture|torturer torture|ill-treatment torture|mistreat torture|mistreatment torture|maltreatment torture|waterboard torture|waterboarding torture|electric_shock torture|inhuman_treatment torture|inhumane torture?|degrading_treatment torture|beat torture?|beaten torture?|beating torture?|brutal torture?|brutality excessive-force?|abuse torture?|abuser torture?|domestic_violence torture|cruelty torture?|rape sexual-violence|rapist sexual-violence|molest sexual-violence|molestation sexual-violence|sexual_assault sexual-violence|sexually_assault sexual-violence|sexual_abuse sexual-violence|sexually_abuse sexual-violence|sexual_harassment sexual-violence|sexually_harass sexual-violence|sexual_misconduct sexual-violence|sexual_violence sexual-violence|sexual_predator sexual-violence|grope sexual-violence|pedophile sexual-violence|unwanted_advance sexual-violence|abduct enforced-disappearance|abduction enforced-disappearance|kidnap enforced-disappearance|kidnapping enforced-disappearance|enforced_disappearance enforced-disappearance|forced_disappearance enforced-disappearance|forcibly_disappear enforced-disappearance|hostage enforced-disappearance?|shell attack-on-civilians?|shelling attack-on-civilians|bomb attack-on-civilians?|bombing attack-on-civilians|bombard attack-on-civilians|bombardment attack-on-civilians|barrel_bomb attack-on-civilians|airstrike attack-on-civilians?|air_strike attack-on-civilians?|chemical_weapon attack-on-civilians|chemical_attack attack-on-civilians|war_crime attack-on-civilians|terrorist_attack attack-on-civilians|terror_attack attack-on-civilians|mass_shooting attack-on-civilians|suicide_bombing attack-on-civilians|human_shield attack-on-civilians|indiscriminate_attack attack-on-civilians|fire_on attack-on-civilians|open_fire attack-on-civilians|attack_civilian attack-on-civilians|target_civilian attack-on-civilians|terrorism attack-on-civilians?|terrorist attack-on-civilians?|excessive_force excessive-force|police_brutality excessive-force|police_violence excessive-force|violent_law_enforcement excessive-force|use_of_force excessive-force?|chokehold excessive-force|tear_gas excessive-force|tear-gas excessive-force|rubber_bullet excessive-force|heavy-handed excessive-force|police_shooting excessive-force|slavery forced-labour|slave forced-labour|enslave forced-labour|enslavement forced-labour|forced_labour forced-labour|forced_labor forced-labour|human_trafficking forced-labour|sex_trafficking forced-labour|traffic forced-labour?|child_labor forced-labour|child_labour forced-labour|sweatshop forced-labour|expel forced-displacement?|expulsion forced-displacement|deport forced-displacement?|deportation forced-displacement?|displace forced-displacement|displacement forced-displacement|evict forced-displacement|eviction forced-displacement|drive_from forced-displacement?|forcible_transfer forced-displacement|raze forced-displacement?|forced_abortion population-control|forced_sterilization population-control|forced_sterilisation population-control|sterilize population-control|sterilise population-control|sterilization population-control|birth_control population-control?|slash_birth_rate population-control|birth_prevention population-control|population_control population-control|separate_family population-control|family_separation population-control|detain arbitrary-detention?|detention arbitrary-detention?|mass_detention arbitrary-detention|arbitrary_detention arbitrary-detention|arbitrarily_detain arbitrary-detention|arbitrary_arrest arbitrary-detention|internment arbitrary-detention|internment_camp arbitrary-detention|concentration_camp arbitrary-detention|political_prisoner arbitrary-detention|re-education_camp arbitrary-detention|reeducation_camp arbitrary-detention|imprison arbitrary-detention?|jail arbitrary-detention?|incommunicado arbitrary-detention|solitary_confinement arbitrary-detention?|unlawfully_hold arbitrary-detention|house_arrest arbitrary-detention|show_trial unfair-trial|sham_trial unfair-trial|kangaroo_court unfair-trial|forced_confession unfair-trial|unfair_trial unfair-trial|denial_of_counsel unfair-trial|trump_up_charge unfair-trial|politically_motivated_charge unfair-trial|wrongful_conviction unfair-trial|wrongfully_convict unfair-trial|biased_judge unfair-trial|miscarriage_of_justice unfair-trial|starve denying-needs|starvation denying-needs|siege denying-needs?|besiege denying-needs|block_aid denying-needs|deny_aid denying-needs|withhold_food denying-needs|withhold_aid denying-needs|withhold_medicine denying-needs|deny_medical denying-needs|deny_treatment denying-needs|deny_care denying-needs|cut_off_water denying-needs|contaminated_water denying-needs|poisoned_water denying-needs|demolish_mosque suppressing-religion|demolish_church suppressing-religion|ban_worship suppressing-religion|religious_persecution suppressing-religion|religious_freedom suppressing-religion?|religious_liberty suppressing-religion?|desecrate suppressing-religion|crack_down suppressing-protest|crackdown suppressing-protest|suppress_protest suppressing-protest|disperse_protester suppressing-protest|break_up_protest suppressing-protest|ban_protest suppressing-protest|repress suppressing-protest|repression suppressing-protest|oppress suppressing-protest|oppression suppressing-protest|oppressive suppressing-protest?|suppress_dissent suppressing-protest|silence_dissent suppressing-protest|draconian suppressing-protest?|subvert_right suppressing-protest|subvert_freedom suppressing-protest|censor censorship|censorship censorship|gag censorship?|gag_order censorship|muzzle censorship|silence censorship?|blacklist censorship?|ban_book censorship|close_newspaper censorship|shut_down_newspaper censorship|press_freedom censorship?|free_press censorship?|revoke_credential censorship|jail_journalist censorship|spy surveillance|spying surveillance|wiretap surveillance|wiretapping surveillance|eavesdrop surveillance|surveil surveillance|surveillance surveillance|hack surveillance|hacker surveillance|hacking surveillance|cyberattack surveillance|cyber_attack surveillance|cyber_intrusion surveillance|data_breach surveillance|breach surveillance?|steal_email surveillance|stole_email surveillance|stolen_email surveillance|espionage surveillance|bug_phone surveillance|snoop surveillance|discriminate discrimination|discrimination discrimination|discriminatory discrimination|racism discrimination|racist discrimination|racial_profiling discrimination|racially_profile discrimination|segregation discrimination|segregate discrimination|apartheid discrimination|sexism discrimination|sexist discrimination?|misogyny discrimination|misogynist discrimination|misogynistic discrimination|bigot discrimination|bigotry discrimination|bigoted discrimination|xenophobia discrimination|xenophobic discrimination|anti-semitic discrimination|anti-semitism discrimination|antisemitism discrimination|islamophobia discrimination|islamophobic discrimination|homophobia discrimination|homophobic discrimination|white_supremacy discrimination|white_supremacist discrimination|white_nationalist discrimination?|prejudice discrimination?|unequal_treatment discrimination|invade aggression|invasion aggression|annex aggression|annexation aggression|aggression aggression|aggressor aggression|occupy aggression?|occupation aggression?|sponsor_terror aggression|sponsor_terrorism aggression|state_sponsor_of_terror aggression|fund_terror aggression|fund_terrorist aggression|finance_terrorist aggression|arm_rebel aggression|arm_terrorist aggression|support_terrorism aggression|harbor_terrorist aggression|violate_airspace aggression|proxy_war aggression|destabilize aggression?|destabilise aggression?|incite incitement|incitement incitement|threaten incitement?|threat incitement?|death_threat incitement|hate_speech incitement|hate incitement?|hatred incitement?|call_for_violence incitement|encourage_violence incitement|violent_rhetoric incitement|fearmongering incitement?|fear-mongering incitement?|intimidate incitement|intimidation incitement|harass incitement?|harassment incitement?|foment incitement|stoke incitement?|demagogue incitement?|corrupt corruption|corruption corruption|bribe corruption|bribery corruption|kickback corruption|embezzle corruption|embezzlement corruption|graft corruption|fraud corruption?|fraudulent corruption?|defraud corruption|launder corruption|laundering corruption|pay-to-play corruption|pay_to_play corruption|self-dealing corruption|quid_pro_quo corruption|conflict_of_interest corruption|influence_peddling corruption|nepotism corruption|cronyism corruption|sell_access corruption|for_sale corruption?|extort corruption|extortion corruption|tax_evasion corruption|evade_tax corruption|avoid_tax corruption?|pocket corruption?|rip_off corruption|rip-off corruption|swindle corruption|swindler corruption|scam corruption|scammer corruption|enrich corruption?|buy_politician corruption|insider_trading corruption|price-gouging corruption|price_gouging corruption|crooked corruption?|illegal_contribution corruption|illegal_donation corruption|beholden corruption?|rig election-interference|voter_fraud election-interference|vote_fraud election-interference|voting_fraud election-interference|electoral_fraud election-interference|election_fraud election-interference|voter_suppression election-interference|suppress_vote election-interference|suppress_voter election-interference|voter_intimidation election-interference|disenfranchise election-interference|disenfranchisement election-interference|ballot_stuff election-interference|stuff_ballot election-interference|steal_election election-interference|stole_election election-interference|stolen_election election-interference|meddle election-interference|meddling election-interference|interfere_election election-interference|interference election-interference?|influence_election election-interference|undermine_election election-interference|disrupt_election election-interference|gerrymander election-interference|gerrymandering election-interference|vote_illegally election-interference|obstruct abuse-of-power?|obstruction abuse-of-power|obstruction_of_justice abuse-of-power|cover_up abuse-of-power|cover-up abuse-of-power|coverup abuse-of-power|abuse_power abuse-of-power|abuse_of_power abuse-of-power|abuse_office abuse-of-power|overreach abuse-of-power|unconstitutional abuse-of-power?|witch_hunt abuse-of-power|political_interference abuse-of-power|politicize abuse-of-power?|weaponize abuse-of-power|misuse_power abuse-of-power|misuse_office abuse-of-power|collude abuse-of-power|collusion abuse-of-power|partisan_attack abuse-of-power?|retaliate abuse-of-power|retaliation abuse-of-power|usurp abuse-of-power|dictator abuse-of-power?|dictatorial abuse-of-power|destroy_evidence abuse-of-power|destroy_email abuse-of-power|delete_email abuse-of-power|tamper abuse-of-power|violate_ceasefire breach-of-agreement|violate_truce breach-of-agreement|break_truce breach-of-agreement|broke_truce breach-of-agreement|broken_truce breach-of-agreement|breach_agreement breach-of-agreement|violate_agreement breach-of-agreement|violate_treaty breach-of-agreement|breach_treaty breach-of-agreement|breach_of_treaty breach-of-agreement|breach_of_agreement breach-of-agreement|breach_of_ceasefire breach-of-agreement|breach_of_truce breach-of-agreement|in_breach_of breach-of-agreement?|breach_of_contract breach-of-agreement|break_promise breach-of-agreement|broke_promise breach-of-agreement|broken_promise breach-of-agreement|renege breach-of-agreement|betray breach-of-agreement|betrayal breach-of-agreement|stiff breach-of-agreement?|default_on breach-of-agreement?|refuse_to_pay breach-of-agreement|not_pay breach-of-agreement?|cheat breach-of-agreement?|double-cross breach-of-agreement|unfair_trade breach-of-agreement|manipulate_currency breach-of-agreement|currency_manipulation breach-of-agreement|currency_manipulator breach-of-agreement|steal property-crime|stole property-crime|stolen property-crime|theft property-crime|thief property-crime|rob property-crime|robbery property-crime|robber property-crime|burglary property-crime|burgle property-crime|loot property-crime|looting property-crime|looter property-crime|arson property-crime|vandalize property-crime|vandalise property-crime|vandalism property-crime|plunder property-crime|pillage property-crime|burn_down property-crime|burnt_down property-crime|set_fire property-crime|crime other-crime?|criminal other-crime?|felony other-crime|felon other-crime|illegal other-crime?|illegally other-crime|unlawful other-crime|unlawfully other-crime|break_the_law other-crime|break_law other-crime|broke_law other-crime|broken_law other-crime|violate_law other-crime|violate_federal_law other-crime|violate_the_law other-crime|violate_rule other-crime?|violate other-crime?|violation other-crime?|indict other-crime?|indictment other-crime?|perjury other-crime|perjure other-crime|treason other-crime|smuggle other-crime|smuggling other-crime|drug_dealer other-crime|drug_trafficking other-crime|assault other-crime?|lock_up arbitrary-detention?|without_charge arbitrary-detention|throw_prison arbitrary-detention|throw_into_prison arbitrary-detention|throw_in_jail arbitrary-detention|throw_into_jail arbitrary-detention|without_trial arbitrary-detention|hold_without_charge arbitrary-detention|behind_bars other-crime?|misdemeanor other-crime|money_laundering other-crime|counterfeit other-crime|riot other-crime?|convict other-crime?|negligence negligence|negligent negligence|reckless negligence|recklessly negligence|recklessness negligence|careless negligence|carelessly negligence|carelessness negligence|mishandle negligence|mishandling negligence|mismanage negligence|mismanagement negligence|dereliction negligence|neglect negligence|fail_to_protect negligence|fail_to_warn negligence|fail_to_act negligence|fail_to_disclose negligence|fail_to_report negligence|failure_to_protect negligence|failure_to_act negligence|private_server negligence?|private_email_server negligence?|email_server negligence?|classified_information negligence?|blunder negligence?|ignore_warning negligence|turn_a_blind_eye negligence|leave_to_die negligence|jeopardize negligence?|endanger negligence|lie deception|lying deception|liar deception|deceive deception|deceit deception|deceitful deception|deception deception|deceptive deception|mislead deception|misled deception|misleading deception|misrepresent deception|misrepresentation deception|falsehood deception|falsify deception|falsification deception|fabricate deception|fabrication deception|untruth deception|untruthful deception|untrue deception?|dishonest deception|dishonesty deception|dishonestly deception|false deception?|falsely deception|false_claim deception|false_statement deception|hoax deception|con_man deception|con_artist deception|scam_artist deception|con deception?|fraudster deception|phony deception?|fake deception?|hide deception?|hid deception?|hidden deception?|conceal deception|concealment deception|withhold_information deception|plagiarize deception|plagiarise deception|plagiarism deception|smear deception?|hypocrite deception|hypocrisy deception|hypocritical deception|disinformation deception|misinformation deception|propaganda deception?|conspiracy_theory deception?|distort deception|dupe deception|hoodwink deception|trick deception?|make_up deception?|not_true deception?|not_tell_the_truth deception|smear_campaign deception|unsubstantiated deception?|baseless deception?|insult insult|insulting insult|demean insult|demeaning insult|mock insult|ridicule insult|belittle insult|disparage insult|disparaging insult|denigrate insult|defame insult|defamation insult|slander insult|libel insult|vilify insult|demonize insult|demonise insult|derogatory insult|degrade insult|degrading insult?|humiliate insult|humiliation insult|offensive insult?|offend insult?|slur insult|name-calling insult|bully insult|bullying insult|fat-shame insult|shame insult?|disrespect insult|disrespectful insult|taunt insult|vulgar insult?|lewd insult?|crude insult?|stereotype insult?|call_name insult|deplorable insult?|miss_piggy insult|pig insult?|bimbo insult|cheat_on other-wrong|adultery other-wrong|affair other-wrong?|infidelity other-wrong|scandal other-wrong?|wrongdoing other-wrong|misconduct other-wrong|unethical other-wrong|immoral other-wrong|shameful other-wrong?|disgraceful other-wrong?|exploit other-wrong?|exploitation other-wrong?|sabotage other-wrong|betray_country other-wrong|outsource other-wrong?|ship_job other-wrong?|bias other-wrong?|biased other-wrong?|unfair other-wrong?|unfairly other-wrong?|traitor other-wrong|enable other-wrong?|human_rights_abuse other-wrong|human_rights_violation other-wrong|abuse_human_right other-wrong|violate_human_right other-wrong|dehumanising other-wrong|dehumanizing other-wrong|disregard_for_human_life other-wrong|no_regard_for other-wrong|utter_disregard other-wrong|blatant_disregard other-wrong|complete_disregard other-wrong".split('|');

/** lexicon/en/thing-nouns.txt */
export const THING_NOUNS: readonly string[] = "abuse|access|account|accusation|act|action|activity|advantage|affair|age|agenda|agreement|aid|airport|allegation|amount|anger|announcement|answer|anxiety|anybody|anyone|anything|argument|arrangement|article|attack|attempt|attention|background|ballot|bathroom|battle|beginning|behalf|behavior|behaviour|belief|benefit|bill|billion|body|bomb|bombing|book|border|bottom|budget|building|bullet|call|career|case|cash|cause|century|change|character|charge|check|claim|color|colour|comment|complaint|computer|concern|conduct|conference|conflict|consequence|control|controversy|conversation|conviction|cost|couple|course|crime|crisis|criticism|damage|danger|data|day|deal|death|debate|debt|decade|decision|defeat|demand|detail|device|discussion|divorce|document|dollar|donation|door|doubt|dozen|duty|e-mail|effect|effort|election|email|end|era|euro|evening|event|everybody|everyone|everything|evidence|example|eye|face|fact|failure|favor|favour|fear|feeling|fight|file|film|floor|footage|form|fraud|freedom|friendship|front|fund|funding|future|game|gender|guideline|gun|half|hand|handling|harm|hate|hatred|head|health|hearing|heart|help|heritage|history|home|hope|hotel|hour|house|hundred|idea|image|impact|improvement|incident|income|indictment|influence|information|injury|inquiry|instance|insult|intent|intention|interview|investigation|involvement|issue|job|judgement|judgment|justice|killing|kind|knife|lack|language|laptop|law|lawsuit|letter|level|liberty|lie|life|line|list|loss|lot|majority|marriage|material|matter|means|measure|meeting|memo|message|middle|million|mind|minute|moment|money|month|morning|motive|move|movie|murder|name|news|night|nobody|nomination|none|note|nothing|notion|number|offence|offense|offer|opinion|page|paper|part|participation|past|pattern|payment|peace|percentage|period|phone|photo|picture|piece|place|plan|pledge|point|policy|poll|post|pound|power|practice|price|primary|principle|probe|problem|procedure|process|promise|proposal|prosecution|purpose|question|race|rally|rate|reaction|reality|reason|record|recording|reform|refusal|regulation|relationship|religion|remark|reply|report|reputation|request|respect|response|responsibility|rest|result|rhetoric|rifle|right|risk|road|role|room|rule|ruling|safety|salary|scandal|security|sense|sentence|server|set|share|shooting|show|side|size|software|solution|something|song|speech|sport|stage|standard|start|statement|step|story|street|success|suggestion|suit|support|talk|tape|tax|temperament|testimony|theft|thing|thought|thousand|threat|time|title|today|tomorrow|tone|top|transcript|trial|trouble|truth|tweet|use|value|verdict|victory|view|violence|vote|wall|war|way|weapon|week|win|word|work|year|yesterday".split('|');

/** lexicon/en/lands.txt */
export const LANDS: readonly string[] = "afghanistan = afghan|albania = albanian|algeria = algerian|angola = angolan|argentina = argentine argentinian|armenia = armenian|australia = australian|austria = austrian|azerbaijan = azerbaijani azeri|bahrain = bahraini|bangladesh = bangladeshi|belarus = belarusian belarussian|belgium = belgian|bolivia = bolivian|bosnia = bosnian|botswana = botswanan|brazil = brazilian|bulgaria = bulgarian|burkina-faso = burkinabe|burundi = burundian|cambodia = cambodian|cameroon = cameroonian|canada = canadian|chad = chadian|chile = chilean|china = chinese prc|colombia = colombian|congo = congolese|croatia = croatian|cuba = cuban|cyprus = cypriot|czech-republic = czech|denmark = danish|ecuador = ecuadorian ecuadorean|egypt = egyptian|el-salvador = salvadoran|eritrea = eritrean|estonia = estonian|ethiopia = ethiopian|european-union = eu european|finland = finnish|france = french|gabon = gabonese|gambia = gambian|georgia = georgian|germany = german|ghana = ghanaian|greece = greek|guatemala = guatemalan|guinea = guinean|haiti = haitian|honduras = honduran|hungary = hungarian|iceland = icelandic|india = indian|indonesia = indonesian|iran = iranian|iraq = iraqi|ireland = irish|israel = israeli|italy = italian|jamaica = jamaican|japan = japanese|jordan = jordanian|kazakhstan = kazakh|kenya = kenyan|kosovo = kosovar|kuwait = kuwaiti|kyrgyzstan = kyrgyz|laos = laotian|latvia = latvian|lebanon = lebanese|liberia = liberian|libya = libyan|lithuania = lithuanian|malawi = malawian|malaysia = malaysian|mali = malian|malta = maltese|mauritania = mauritanian|mexico = mexican|moldova = moldovan|mongolia = mongolian|montenegro = montenegrin|morocco = moroccan|mozambique = mozambican|myanmar = burmese|namibia = namibian|nepal = nepalese nepali|netherlands = dutch|nicaragua = nicaraguan|niger = nigerien|nigeria = nigerian|north-korea = north-korean dprk|north-macedonia = macedonian|norway = norwegian|oman = omani|pakistan = pakistani|palestine = palestinian|panama = panamanian|paraguay = paraguayan|peru = peruvian|philippines = philippine filipino|poland = polish|portugal = portuguese|qatar = qatari|romania = romanian|russia = russian|rwanda = rwandan|saudi-arabia = saudi saudi-arabian|senegal = senegalese|serbia = serbian serb|sierra-leone = sierra-leonean|singapore = singaporean|slovakia = slovak|slovenia = slovenian slovene|somalia = somali|south-africa = south-african|south-korea = south-korean|south-sudan = south-sudanese|spain = spanish|sri-lanka = sri-lankan|sudan = sudanese|sweden = swedish|switzerland = swiss|syria = syrian|taiwan = taiwanese|tajikistan = tajik|tanzania = tanzanian|thailand = thai|tunisia = tunisian|turkey = turkish|turkmenistan = turkmen|uganda = ugandan|ukraine = ukrainian|united-arab-emirates = emirati uae|united-kingdom = british uk britain|united-states = american us u.s. usa|uruguay = uruguayan|uzbekistan = uzbek|venezuela = venezuelan|vietnam = vietnamese|yemen = yemeni|zambia = zambian|zimbabwe = zimbabwean".split('|');

/** lexicon/en/wrongs.json */
export const WRONG_CODES = {
  "killing": {
    "ohchr": "killing",
    "plover": [
      "ASSAULT targeted",
      "ASSAULT firearms"
    ],
    "iccs": [
      "01"
    ]
  },
  "torture": {
    "ohchr": "torture",
    "plover": [
      "ASSAULT torture",
      "ASSAULT beat"
    ],
    "iccs": [
      "11",
      "02"
    ]
  },
  "sexual-violence": {
    "ohchr": "other harmful act",
    "plover": [
      "ASSAULT sexual"
    ],
    "iccs": [
      "03"
    ]
  },
  "excessive-force": {
    "ohchr": "other harmful act",
    "plover": [
      "ASSAULT crowd-control",
      "ASSAULT beat"
    ],
    "iccs": [
      "02"
    ]
  },
  "attack-on-civilians": {
    "ohchr": "killing",
    "plover": [
      "ASSAULT explosives",
      "ASSAULT aerial",
      "ASSAULT heavy-weapons",
      "ASSAULT suicide-attack"
    ],
    "iccs": [
      "11",
      "01",
      "09"
    ]
  },
  "enforced-disappearance": {
    "ohchr": "enforced disappearance",
    "plover": [
      "ASSAULT abduct"
    ],
    "iccs": [
      "02",
      "11"
    ]
  },
  "arbitrary-detention": {
    "ohchr": "arbitrary detention",
    "plover": [
      "COERCE arrest"
    ],
    "iccs": [
      "02"
    ]
  },
  "forced-labour": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE restrict"
    ],
    "iccs": [
      "02"
    ]
  },
  "forced-displacement": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE deport"
    ],
    "iccs": [
      "11",
      "02"
    ]
  },
  "unfair-trial": {
    "ohchr": "arbitrary detention",
    "plover": [
      "SANCTION convict"
    ],
    "iccs": [
      "08"
    ]
  },
  "genocide": {
    "ohchr": "killing",
    "plover": [
      "ASSAULT targeted"
    ],
    "iccs": [
      "11"
    ]
  },
  "discrimination": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE restrict"
    ],
    "iccs": [
      "02"
    ]
  },
  "population-control": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE restrict"
    ],
    "iccs": [
      "11",
      "02"
    ]
  },
  "censorship": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE censor"
    ],
    "iccs": [
      "08"
    ]
  },
  "suppressing-protest": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE restrict",
      "ASSAULT crowd-control"
    ],
    "iccs": [
      "08"
    ]
  },
  "suppressing-religion": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE restrict"
    ],
    "iccs": [
      "08"
    ]
  },
  "surveillance": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE cyber"
    ],
    "iccs": [
      "02",
      "09"
    ]
  },
  "denying-needs": {
    "ohchr": "other harmful act",
    "plover": [
      "COERCE withhold"
    ],
    "iccs": [
      "02"
    ]
  },
  "corruption": {
    "ohchr": null,
    "plover": [],
    "iccs": [
      "07"
    ]
  },
  "election-interference": {
    "ohchr": null,
    "plover": [
      "COERCE misinformation",
      "COERCE restrict"
    ],
    "iccs": [
      "08"
    ]
  },
  "abuse-of-power": {
    "ohchr": null,
    "plover": [],
    "iccs": [
      "08"
    ]
  },
  "aggression": {
    "ohchr": null,
    "plover": [
      "ASSAULT heavy-weapons",
      "MOBILIZE militia"
    ],
    "iccs": [
      "11",
      "09"
    ]
  },
  "breach-of-agreement": {
    "ohchr": null,
    "plover": [
      "REJECT"
    ],
    "iccs": []
  },
  "incitement": {
    "ohchr": "other harmful act",
    "plover": [
      "THREATEN violence"
    ],
    "iccs": [
      "02",
      "08"
    ]
  },
  "deception": {
    "ohchr": null,
    "plover": [
      "COERCE misinformation"
    ],
    "iccs": [
      "07"
    ]
  },
  "insult": {
    "ohchr": null,
    "plover": [
      "ACCUSE disapprove"
    ],
    "iccs": [
      "02"
    ]
  },
  "negligence": {
    "ohchr": null,
    "plover": [],
    "iccs": [
      "02"
    ]
  },
  "property-crime": {
    "ohchr": null,
    "plover": [
      "ASSAULT destroy",
      "COERCE seize"
    ],
    "iccs": [
      "05",
      "04"
    ]
  },
  "other-crime": {
    "ohchr": null,
    "plover": [],
    "iccs": [
      "11"
    ]
  },
  "other-wrong": {
    "ohchr": null,
    "plover": [],
    "iccs": []
  }
} as const;

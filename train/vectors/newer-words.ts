/**
 * Words that came into common use after the list of frequencies was made (2014), or that it has in parts: what dictionaries
 * added since, and how people write without apostrophes. Of no event in particular.
 */
export const NEWER_WORDS: readonly string[] = [
  ..."arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt".split(" "),
  ..."im ive id ill youre youve theyre theyve weve hes shes thats whats whos theres heres lets aint".split(" "),
  ..."pls plz thx idk lol lmao omg wtf btw tbh imo imho fyi asap rn tho gonna wanna gotta dunno cuz bros dude".split(
    " ",
  ),
  ..."govt gov mins sec dept intl natl pres pols info ppl msg pic pics vid vids".split(" "),
  ..."app apps emoji emojis selfie hashtag meme memes podcast podcasts vlog influencer influencers livestream".split(
    " ",
  ),
  ..."chatbot chatbots deepfake deepfakes metaverse smartwatch wearables drone drones rideshare crowdfunding".split(
    " ",
  ),
  ..."bitcoin blockchain crypto cryptocurrency cryptocurrencies ethereum stablecoin fintech paywall".split(" "),
  ..."malware ransomware spyware phishing botnet cyberattack cyberattacks cybercrime cybercriminals".split(" "),
  ..."cybersecurity cyberspace cyberwarfare doxxing doxing firewall encrypted decrypt darknet".split(" "),
  ..."covid coronavirus pandemic lockdown lockdowns quarantine vaccine vaxxed mrna brexit backstop".split(" "),
  ..."instagram tiktok whatsapp telegram snapchat youtube uber netflix spotify openai chatgpt".split(" "),
  ..."misinformation disinformation whistleblower woke fentanyl opioid opioids decarbonization".split(" "),
];

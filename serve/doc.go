// Package serve answers HTTP on one machine, for the person who sits at it.
//
// There is no sign-in yet, so Run listens on loopback addresses only and says
// why it refuses others. Being on loopback is no protection by itself: any page
// that is open in the same browser can send requests there. Guard therefore
// answers only under a loopback name (against DNS rebinding), keeps other sites
// from reading or embedding what is served, and sends the headers of
// experience §8.3 with every answer: nothing is loaded from anywhere else and
// no address leaks to an outlet whose original is opened.
//
// The pages themselves are package web.
package serve
